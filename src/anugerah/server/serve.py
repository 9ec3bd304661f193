"""Run the server."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from anugerah.errors import AnugerahError
from anugerah.server.app import RELEASE_VARIABLE, create_app
from anugerah.settings import Settings

_FACTORY = "anugerah.server.app:create_app_from_environment"
_BACKLOG = 2048
_HEADROOM = 64 * 1024
_SECONDS_TO_FINISH = 10


def serve(settings: Settings, release_path: Path) -> None:
    """Serve a release until the process is told to end.

    Args:
        settings: where to listen, how many processes, and the limits.
        release_path: the release's folder, or a folder of releases.

    Raises:
        AnugerahError: there is no finished release, or the address can't be listened on.
    """
    app = create_app(settings, release_path)
    listener = _listen(settings)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"Anugerah answers at http://{shown}:{port}/ (end it with Ctrl+C)", flush=True)  # noqa: T201
    try:
        if settings.workers == 1:
            uvicorn.Server(_config(settings, app)).run(sockets=[listener])
        else:
            _hand_down(settings, release_path)
            Multiprocess(_config(settings, _FACTORY), sockets=[listener]).run()
    except KeyboardInterrupt:
        pass
    finally:
        listener.close()


def _config(settings: Settings, app: FastAPI | str) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=settings.workers,
        http="h11",
        h11_max_incomplete_event_size=settings.max_query_bytes + _HEADROOM,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise AnugerahError(
            f"The server can't listen on {settings.host}:{settings.port} "
            f"({error.strerror or error}); choose another with --port or --host."
        ) from None
    listener.set_inheritable(True)
    return listener


def _hand_down(settings: Settings, release_path: Path) -> None:
    for name, value in settings.model_dump().items():
        os.environ[f"ANUGERAH_{name.upper()}"] = str(value)
    os.environ[RELEASE_VARIABLE] = str(release_path.resolve())
