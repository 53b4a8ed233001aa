"""Worker processes: documents in, reports out, in order, with a bounded number under way."""

from __future__ import annotations

import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stdout
from itertools import islice
from multiprocessing import get_context
from typing import Final

from eventx.errors import ConfigError
from eventx.records import Document, Failure, Processor, Report

_CHUNK: Final = 16  # documents a task: large enough that pickling is small beside the work
_AHEAD: Final = 4  # tasks a worker that may be under way


# One entry in a worker process, none in the parent. A pool's initializer has no way to hand what it makes to the tasks
# but a name of the module: an engine sent with each task would be built anew for each.
_worker: list[Processor] = []


def _start(build: Callable[[], Processor]) -> None:
    with redirect_stdout(sys.stderr):  # what plugins print while they are loaded is no data of ours
        _worker[:] = [build()]


def _ready() -> None:
    return None


def _work(documents: list[bytes]) -> list[bytes]:
    return [_packed(_worker[0].process(pickle.loads(document))) for document in documents]


def _packed(report: Report) -> bytes:
    try:
        return pickle.dumps(report)
    except Exception as error:  # a plugin's candidate may hold anything
        return pickle.dumps(_failed(report.document, f"its report cannot leave the worker process: {error}"))


def _failed(document: Document, reason: str) -> Report:
    return Report(document=document, failures=(Failure(stage="extract", reason=reason, document=document.id),))


def stream(build: Callable[[], Processor], documents: Iterable[Document], workers: int) -> Iterator[Report]:
    """Exactly one report a document, in order, from ``workers`` processes.

    ``build`` makes the engine in each process and must be picklable; ConfigError otherwise. A document on which a
    worker dies (out of memory, killed) gives a failed report; the others are read by new workers.
    """
    try:
        pickle.dumps(build)
    except Exception as error:
        raise ConfigError(
            f"this engine cannot be sent to worker processes ({error}); use workers=1, or plugins that are "
            "installed or importable by name"
        ) from error
    crew = _Crew(build, workers)
    try:
        left = iter(documents)
        waiting: deque[_Task] = deque()
        while chunk := list(islice(left, _CHUNK)):
            waiting.append(_Task(chunk, crew))
            if len(waiting) >= _AHEAD * workers:
                yield from _settled(crew, waiting)
        while waiting:
            yield from _settled(crew, waiting)
    finally:
        crew.close()


def _settled(crew: _Crew, waiting: deque[_Task]) -> Iterator[Report]:
    """The reports of the first task.

    Which document a worker died of is not known: after a death those of this task are read one by one, and what
    else was under way is sent anew.
    """
    task = waiting.popleft()
    try:
        reports = task.reports()
    except BrokenProcessPool:
        crew.renew()
        reports = [_alone(document, crew) for document in task.documents]
        for later in waiting:
            later.send_again(crew)
    yield from reports


def _alone(document: Document, crew: _Crew) -> Report:
    try:
        return _Task([document], crew).reports()[0]
    except BrokenProcessPool:
        crew.renew()
        cure = "run it alone with workers 1, one plugin at a time (--workers 1 --plugin NAME), to find the culprit"
        return _failed(document, f"the worker process died (out of memory, killed, or a plugin crashed it): {cure}")


class _Crew:
    """The processes, which can be replaced by new ones."""

    def __init__(self, build: Callable[[], Processor], workers: int) -> None:
        self._build, self._workers = build, workers
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            self._workers, mp_context=get_context("spawn"), initializer=_start, initargs=(self._build,)
        )
        try:
            # All processes start now: one that starts while another dies would be waited for without end.
            for ready in [pool.submit(_ready) for _ in range(self._workers)]:
                ready.result()
        except BrokenProcessPool as error:
            pool.shutdown(cancel_futures=True)
            raise ConfigError(
                f"the engine cannot be built in a worker process ({error}); its complaint is on standard error; "
                "use workers=1, or plugins that can be imported there"
            ) from error
        return pool

    def submit(self, documents: list[bytes]) -> Future[list[bytes]]:
        """Have documents read by some process; where one has died meanwhile the future says so."""
        try:
            return self._pool.submit(_work, documents)
        except BrokenProcessPool as error:
            broken: Future[list[bytes]] = Future()
            broken.set_exception(error)
            return broken

    def renew(self) -> None:
        """New processes, after one has died: its pool is of no more use."""
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._made()

    def close(self) -> None:
        """End the processes; what nobody has asked for is left undone."""
        self._pool.shutdown(cancel_futures=True)


class _Task:
    """Some documents that are under way; one that cannot be sent to a process has its report at once."""

    def __init__(self, documents: list[Document], crew: _Crew) -> None:
        self.documents = documents
        self._unsent: dict[int, Report] = {}
        self._sent: list[bytes] = []
        for number, document in enumerate(documents):
            try:
                self._sent.append(pickle.dumps(document))
            except Exception as error:  # its metadata may hold anything
                self._unsent[number] = _failed(document, f"it cannot be sent to a worker process: {error}")
        self._future = crew.submit(self._sent)

    def send_again(self, crew: _Crew) -> None:
        """To new processes, unless the old ones were done with it."""
        if not self._future.done() or self._future.cancelled() or self._future.exception() is not None:
            self._future = crew.submit(self._sent)

    def reports(self) -> list[Report]:
        """One a document, once they are there. Raises BrokenProcessPool where a process died."""
        made: Iterator[Report] = map(pickle.loads, self._future.result())
        return [self._unsent[n] if n in self._unsent else next(made) for n in range(len(self.documents))]
