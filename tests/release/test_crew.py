"""Work handed out to processes and to a Dask cluster of a real scheduler and two workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.articles import Newsroom, write_jsonl

from anugerah.errors import AnugerahError
from anugerah.release import collecting
from anugerah.release.build import build_release
from anugerah.release.crew import Cluster, Processes
from tests.paths import ROOT


def square(number: int) -> int:
    return number * number


def fail(number: int) -> int:
    raise ValueError(f"{number} is not liked")


def end(_number: int) -> None:
    os._exit(1)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("tasks", [0, 1, 2, 30])
def test_processes_do_every_task_once(count: int, tasks: int) -> None:
    with Processes(count) as crew:
        assert sorted(crew.run(square, range(tasks))) == [n * n for n in range(tasks)]


def test_an_error_in_a_process_is_told() -> None:
    with Processes(2) as crew, pytest.raises(ValueError, match="not liked"):
        list(crew.run(fail, range(3)))


def test_a_process_that_is_killed_is_told_in_one_sentence() -> None:
    with Processes(2) as crew, pytest.raises(AnugerahError, match="fewer --workers"):
        list(crew.run(end, range(3)))


def test_tasks_are_not_made_far_ahead() -> None:
    made = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    with Processes(2) as crew:
        results = crew.run(square, tasks())
        next(results)
        assert len(made) <= 10
        list(results)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    shared = ["--scheduler-file", str(file), "--no-dashboard", "--host", "127.0.0.1"]
    commands = [
        ["distributed.cli.dask_scheduler", *shared, "--port", "0"],
        *[["distributed.cli.dask_worker", *shared, "--nthreads", "1", "--no-nanny"]] * 2,
    ]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    running: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            running.append(
                subprocess.Popen(
                    [sys.executable, "-m", *command],
                    cwd=folder,
                    env=environment,
                    stderr=subprocess.DEVNULL,
                )
            )
            for _ in range(300):
                if file.exists() and file.stat().st_size:
                    break
                time.sleep(0.1)
        yield json.loads(file.read_text("utf-8"))["address"]
    finally:
        # A worker takes its leave of the scheduler, which must still be there; a busy machine may
        # keep it from it.
        for process in reversed(running):
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def test_a_cluster_does_every_task_once(cluster: str) -> None:
    assert cluster.startswith("tcp://127.0.0.1:")
    with Cluster(cluster) as crew:
        assert sorted(crew.run(square, range(30))) == [n * n for n in range(30)]
        with pytest.raises(ValueError, match="not liked"):
            list(crew.run(fail, range(3)))


def test_a_build_on_a_cluster_is_that_of_this_machine(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "BATCH", 4)
    documents = tmp_path / "articles.jsonl"
    write_jsonl(Newsroom(seed=2).articles(16), documents)
    there = build_release([documents], tmp_path / "there", dask=cluster)
    here = build_release([documents], tmp_path / "here")
    assert there.id == here.id
    assert there.manifest["dumps"] == here.manifest["dumps"]


def test_no_scheduler_is_one_clear_sentence() -> None:
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    with pytest.raises(AnugerahError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")
