from __future__ import annotations

import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

TRIPLES = " . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(6))
CROSS_PRODUCT = f"SELECT (COUNT(*) AS ?n) WHERE {{ {TRIPLES} }}"
LIMIT = 1.0
GRACE = 1.0


def post(client: TestClient, query: str) -> tuple[int, dict[str, object]]:
    answer = client.post(
        "/sparql", content=query.encode(), headers={"Content-Type": "application/sparql-query"}
    )
    return answer.status_code, answer.json()


def alive(client: TestClient) -> bool:
    return post(client, "ASK { ?s ?p ?o }") == (200, {"head": {}, "boolean": True})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE " + "{" * 4_000 + "}" * 4_000,
        "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "ASK { FILTER(" + "!" * 100_000 + "true) }",
    ],
    ids=["groups", "parentheses", "negations"],
)
def test_a_query_that_ends_its_process_is_one_clear_answer(client: TestClient, query: str) -> None:
    status, problem = post(client, query)
    assert status == 400
    assert "nested too deeply" in str(problem["detail"])
    assert alive(client)


def test_a_query_that_takes_too_long_is_ended(client: TestClient) -> None:
    start = time.monotonic()
    status, problem = post(client, CROSS_PRODUCT)
    assert time.monotonic() - start < LIMIT + GRACE
    assert status == 504
    assert problem["limit_seconds"] == LIMIT
    assert alive(client)


def test_slow_queries_do_not_hold_up_quick_ones(client: TestClient) -> None:
    slow = threading.Thread(target=post, args=(client, CROSS_PRODUCT))
    slow.start()
    time.sleep(0.2)
    start = time.monotonic()
    assert alive(client)
    assert time.monotonic() - start < 0.5
    slow.join()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        'SELECT (GROUP_CONCAT(STR(?o); separator="==") AS ?x) { ?s ?p ?o . ?t ?q ?r . ?v ?w ?y }',
    ],
)
def test_a_result_over_the_limit_is_refused_whole(client: TestClient, query: str) -> None:
    status, problem = post(client, query)
    assert (status, problem["limit_bytes"]) == (413, 500_000)


@pytest.mark.parametrize(
    "clause", ["FROM <file:///etc/passwd>", "FROM NAMED <file:///etc/passwd>", "FROM <{url}>"]
)
def test_from_reads_nothing(client: TestClient, clause: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/data.ttl"
        status, result = post(client, f"SELECT * {clause.format(url=url)} {{ ?s ?p ?o }}")
        assert status == 200
        assert "root:" not in str(result)
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?s ?p ?a FILTER(?a<'>')SERVICE<{url}>{{ ?s ?p ?o }} #'\n }}",
    ],
)
def test_service_is_refused_and_calls_nobody(client: TestClient, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        status, problem = post(client, query.format(url=url))
        assert status == 403
        assert "SERVICE" in str(problem["detail"])
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "query",
    [
        "\x00",
        "SELECT * { ?s ?p '\ud7ff\ufffe' }",
        "SELECT * { VALUES ?x { " + "1 " * 300_000 + "} FILTER(?x > 2) }",
        'ASK { FILTER(REGEX("' + "a" * 5_000 + '!", "^(a+)+$")) }',
        "ASK { ?s (<a:b>*/<a:b>*)* ?o FILTER(false) }",
    ],
    ids=["zero", "odd characters", "many values", "regex", "path"],
)
def test_odd_queries_are_answered_within_the_limit(client: TestClient, query: str) -> None:
    start = time.monotonic()
    status, _ = post(client, query)
    assert time.monotonic() - start < LIMIT + GRACE
    assert status in {200, 400, 504}
    assert alive(client)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="It needs /proc.")
def test_killed_idle_processes_are_replaced(client: TestClient) -> None:
    assert alive(client)
    for pid in query_processes():
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.3)
    assert alive(client)


def query_processes() -> list[int]:
    """The children of the fork server, which is a child of this process."""
    servers = children(os.getpid())
    return [pid for server in servers for pid in children(server)]


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]
