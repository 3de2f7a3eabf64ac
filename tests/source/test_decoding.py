"""Bytes → text, or one clear refusal with a place."""

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.source.decoding import SIZE_LIMIT, decode, place_of, read_bytes, read_text
from gongjian.source.errors import SourceError


def refusal(raw: bytes) -> tuple[str, int, int, object]:
    with pytest.raises(SourceError) as caught:
        decode(raw)
    error = caught.value
    return error.kind, error.line, error.column, error.details.get("guess", error.details.get("code"))


def test_byte_order_mark_is_taken_off() -> None:
    assert decode(b"\xef\xbb\xbfa: 1\n") == "a: 1\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_become_one(ending: str) -> None:
    assert decode(f"a: 1{ending}b: 2{ending}".encode()) == "a: 1\nb: 2\n"


def test_gbk_is_named_at_its_first_character() -> None:
    assert refusal("a: 1\nb: 方案\n".encode("gbk")) == ("encoding", 2, 4, "GBK")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    kind, line, _, guess = refusal("gongjian: plan/v1\n方案".encode(encoding))
    assert (kind, line, guess) in [("encoding", 1, "UTF-16"), ("character", 1, 0)]


def test_bytes_of_no_encoding_have_no_guess() -> None:
    assert refusal(b"a: \xff\xff\n") == ("encoding", 1, 4, None)


@pytest.mark.parametrize("code", [0x00, 0x07, 0x7F, 0x85, 0x2028, 0x2029, 0xFEFF])
def test_invisible_characters_are_refused_where_they_stand(code: int) -> None:
    assert refusal(f"a: 1\nbc{chr(code)}: 2\n".encode()) == ("character", 2, 3, code)


def test_missing_file_and_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.yaml", tmp_path):
        with pytest.raises(SourceError) as caught:
            read_text(path)
        assert caught.value.kind == "unreadable"


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    with pytest.raises(SourceError) as caught:
        read_text(path)
    assert caught.value.kind == "too-big"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except SourceError as error:
        assert error.line >= 1
        assert error.column >= 1
    else:
        assert "\r" not in text


def test_place_counts_characters_from_one() -> None:
    assert place_of("") == (1, 1)
    assert place_of("方案\n学校") == (2, 3)


def refused(path: Path) -> dict[str, object]:
    with pytest.raises(SourceError) as caught:
        read_bytes(path)
    return {"kind": caught.value.kind, **caught.value.details}


def test_what_is_no_file_is_neither_waited_for_nor_read_without_end(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo") or not Path("/dev/zero").exists():
        pytest.skip("没有命名管道")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "zero.yaml"):
        assert refused(tmp_path / name) == {"kind": "unreadable", "special": True}


def test_a_pipe_that_a_shell_hands_over_is_read_up_to_the_limit() -> None:
    if not Path("/dev/fd").exists():
        pytest.skip("没有 /dev/fd")
    for size in (7, SIZE_LIMIT + 1):
        reading, writing = os.pipe()
        sender = Thread(target=_send, args=(writing, size))
        sender.start()
        try:
            if size > SIZE_LIMIT:
                assert refused(Path(f"/dev/fd/{reading}")) == {"kind": "too-big", "limit": SIZE_LIMIT}
            else:
                assert read_bytes(Path(f"/dev/fd/{reading}")) == b"x" * size
        finally:
            os.close(reading)
            sender.join()


def _send(pipe: int, size: int) -> None:
    with suppress(BrokenPipeError), os.fdopen(pipe, "wb") as file:
        file.write(b"x" * size)
