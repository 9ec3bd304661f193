"""Every setting of the service; the environment overrides each as `ANUGERAH_<NAME>`."""

from __future__ import annotations

import os
from typing import Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE


class Settings(BaseSettings):
    """What an operator may choose."""

    model_config = SettingsConfigDict(env_prefix="ANUGERAH_", extra="ignore", frozen=True)

    base: str = Field(
        default=BASE, description="IRI that the graph's own IRIs start with; ends with `/`."
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="TCP port; 0 takes a free one.")
    workers: int = Field(default=1, ge=1, description="HTTP processes.")
    query_processes: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        description="Processes that run queries, for each HTTP process; default: one a CPU.",
    )
    query_timeout: float = Field(
        default=30.0,
        gt=0,
        description="Seconds that one query may run before its process is ended.",
    )
    query_queue: int = Field(
        default=256,
        ge=1,
        description="Queries that may run or wait at once; more are answered with 503.",
    )
    max_query_bytes: int = Field(
        default=1024 * 1024, ge=1, description="Bytes of the largest request that holds a query."
    )
    max_result_bytes: int = Field(
        default=64 * 1024 * 1024,
        ge=1,
        description="Bytes of the largest answer; a larger one is refused.",
    )

    @classmethod
    def load(cls, **chosen: object) -> Self:
        """Return the settings of the environment, where nothing else is chosen.

        Raises:
            AnugerahError: a value does not fit.
        """
        try:
            return cls(**{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise AnugerahError(
                f"The setting {name} (ANUGERAH_{name.upper()}) can't be {first['input']!r}: "
                f"{first['msg']}."
            ) from None

    @field_validator("base")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith("/"):
            raise ValueError("must start with http:// or https:// and end with /")
        return value
