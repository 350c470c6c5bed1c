"""Archives: read within bounds, never unpacked to disk."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from analysis.articles import RejectedFilesWarning, archives, read_articles

STORY = "وزير الموانئ يفتتح رصيفا\n\nافتتح الوزير أمس الرصيف الجديد.\n".encode()
MEMBERS = {"b.txt": STORY, "sub/a.txt": STORY, "README.md": STORY, "__MACOSX/c.txt": STORY, "sub/.x.txt": STORY}


def make_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def make_tar(path, members, mode="w"):
    with tarfile.open(path, mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize("name", ["c.zip", "c.tar", "c.tar.gz", "c.tgz", "c.tar.bz2", "c.tar.xz"])
def test_members_are_articles_by_name(tmp_path, name):
    if name.endswith("zip"):
        path = make_zip(tmp_path / name, MEMBERS)
    else:
        kind = {"gz": "w:gz", "tgz": "w:gz", "bz2": "w:bz2", "xz": "w:xz"}.get(name.rsplit(".", 1)[1], "w")
        path = make_tar(tmp_path / name, dict(reversed(MEMBERS.items())), kind)
    articles = read_articles(path)
    assert articles["doc_id"].to_list() == ["b", "sub/a"]
    assert articles["path"].to_list() == [f"{path}/b.txt", f"{path}/sub/a.txt"]
    assert articles["text"].to_list() == [STORY.decode()] * 2
    assert read_articles(tmp_path)["doc_id"].to_list() == ["c/b", "c/sub/a"]


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_single_compressed_files(tmp_path, ending, pack):
    (tmp_path / f"d.jsonl.{ending}").write_bytes(pack('{"text": "نص"}'.encode()))
    assert read_articles(tmp_path)["doc_id"].to_list() == ["d-1"]


def test_what_stands_inside_but_cannot_be_read_is_told(tmp_path):
    members = {"a.txt": STORY, "inner.zip": b"PK", "d.csv.gz": b"\x1f", "scan.pdf": b"%PDF"}
    for path in (make_zip(tmp_path / "c.zip", members), make_tar(tmp_path / "c.tar.gz", members, "w:gz")):
        with pytest.warns(RejectedFilesWarning, match="an archive inside an archive"):
            articles = read_articles(path)
        assert articles["doc_id"].to_list() == ["a"]
        assert [entry["name"].rsplit("/", 1)[1] for entry in articles.attrs["rejected"]] == [
            *("d.csv.gz", "inner.zip", "scan.pdf")
        ]


def test_names_that_lead_out_are_only_names(tmp_path):
    names = {"../../up.txt": STORY, "/etc/root.txt": STORY, "..\\win.txt": STORY}
    for path in (make_zip(tmp_path / "c.zip", names), make_tar(tmp_path / "c.tar", names)):
        assert sorted(read_articles(path)["doc_id"]) == ["etc/root", "up", "win"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["c.tar", "c.zip"]


def test_links_and_devices_in_a_tar_are_passed_over(tmp_path):
    path = tmp_path / "c.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("fifo.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(STORY)
        archive.addfile(info, io.BytesIO(STORY))
    assert read_articles(path)["doc_id"].to_list() == ["a"]


@pytest.mark.parametrize("name", ["c.zip", "c.tar.gz"])
@pytest.mark.parametrize(
    ("bound", "value", "reason"),
    [("MAX_MEMBERS", 2, "more than 2 members"), ("MAX_UNPACKED", 3 << 20, "unpacks to more than 3 MiB")],
)
def test_bounds_of_archives(tmp_path, monkeypatch, name, bound, value, reason):
    monkeypatch.setattr(archives, bound, value)
    members = {f"{n}.txt": STORY + b" " * (2 << 20) for n in range(4)}
    make_zip(tmp_path / name, members) if name.endswith("zip") else make_tar(tmp_path / name, members, "w:gz")
    (tmp_path / "z.txt").write_bytes(STORY)
    with pytest.warns(RejectedFilesWarning, match=reason):
        articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list()[-1] == "z"
    assert len(articles) < 5


def test_a_bomb_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "RATIO_FROM", 1 << 20)
    bomb = gzip.compress(b"a" * (20 << 20))
    (tmp_path / "d.txt.gz").write_bytes(bomb)
    (tmp_path / "z.txt").write_bytes(STORY)
    make_zip(tmp_path / "e.zip", {"e.txt": b"a" * (20 << 20)})
    with pytest.warns(RejectedFilesWarning, match="unpacks to more than 250 times its size"):
        articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list() == ["z"]


def test_a_file_too_large_is_rejected(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_FILE", 1 << 20)
    (tmp_path / "big.txt").write_bytes(b"a" * (2 << 20))
    (tmp_path / "z.txt").write_bytes(STORY)
    make_zip(tmp_path / "c.zip", {"big.txt": b"a" * (2 << 20), "small.txt": STORY})
    with pytest.warns(RejectedFilesWarning, match="larger than 1 MiB"):
        articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list() == ["c/small", "z"]
    assert len(articles.attrs["rejected"]) == 2


def test_a_cut_archive_gives_what_came_before(tmp_path):
    path = make_tar(tmp_path / "c.tar", {"a.txt": STORY, "b.txt": STORY * 1000})
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.warns(RejectedFilesWarning):
        assert read_articles(path)["doc_id"].to_list() == ["a"]


def test_an_encrypted_member_is_told(tmp_path):
    path = make_zip(tmp_path / "c.zip", {"a.txt": STORY, "b.txt": STORY})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.warns(RejectedFilesWarning, match="encrypted"):
        assert read_articles(path)["doc_id"].to_list() == ["a"]
