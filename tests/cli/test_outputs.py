"""Where data goes: files that are linked, pipes, streams that are closed or full."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest


@pytest.fixture
def article(tmp_path):
    """A file with one visit."""
    path = tmp_path / "a.txt"
    path.write_text("French President Emmanuel Macron visited Rabat on Monday.", encoding="utf-8")
    return path


def test_a_link_leads_to_the_file_that_is_replaced(cli, article, tmp_path):
    """Which keeps its mode."""
    file, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    link.symlink_to(file)
    assert cli("extract", article, "--output", link).code == 0
    assert link.is_symlink()
    assert '"visit"' in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_written_to_and_stays_one(cli, article, tmp_path):
    """What is no file cannot be replaced."""
    pipe, read = tmp_path / "pipe.jsonl", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert cli("extract", article, "--output", pipe).code == 0
    reader.join(30)
    assert pipe.is_fifo()
    assert '"visit"' in read[0]


def test_closed_standard_output_is_no_fault(article):
    """Nobody wants the data."""
    command = f'"{sys.executable}" -m eventx extract "{article}" >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", ["extract {}", "extract {} --format jsonl", "plugins", "--version"])
def test_a_full_disk_is_told_in_one_line(article, arguments):
    """And ends the run with a fault."""
    command = f'"{sys.executable}" -m eventx {arguments.format(article)} > /dev/full'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "the output cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended in another way there")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_ended_leaves_no_half_file(tmp_path, workers):
    """Nor a process."""
    articles, output = tmp_path / "many.jsonl", tmp_path / "events.jsonl"
    line = '{"text": "' + "French President Emmanuel Macron visited Rabat on Monday. " * 40 + '"}\n'
    articles.write_text(line * 5000, encoding="utf-8")
    command = [sys.executable, "-m", "eventx", "extract", articles, "--workers", workers, "--output", output]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(600):
        if output.with_name("events.jsonl.part").exists():
            break
        time.sleep(0.05)
    run.terminate()
    assert run.wait(60) == 130
    assert not list(tmp_path.glob("events*"))
