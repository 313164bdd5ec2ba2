import asyncio
import gzip

import pytest

from playground.kept_compressed import MOST_KEPT, KeptCompressed

SCRIPT = b"export const answer = 42;\n" * 200
BUNDLE = "/_stcore/bidi-components/playground.player/made/player-06b07e1f4025.js"
PLOTLY = "/_stcore/bidi-components/playground.player/vendor/plotly-basic-4.1.1.min.js"
STREAMLIT = "/static/js/index.DormvYxC.js"
IMMUTABLE = {"cache-control": "public, immutable, max-age=31536000", "etag": '"of the uncompressed file"'}


class App:
    """Answers every address with the same file, and notes what it was asked."""

    def __init__(self, status=200, headers=None, parts=(SCRIPT,)):
        self.asked = []
        self.status = status
        self.headers = {"content-type": "text/javascript", **(headers or {})}
        self.parts = parts

    async def __call__(self, scope, receive, send):
        self.asked.append(scope)
        headers = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        for part in self.parts:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def get(server, path, method="GET", **headers):
    """Ask a server for a path as a browser does; return status, headers and body as they were sent."""
    wanted = {"host": "localhost:8501", "accept-encoding": "gzip, deflate, br", **headers}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in wanted.items()],
    }
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(server(scope, None, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("path", [STREAMLIT, BUNDLE, PLOTLY, "/school/static/css/index.Dorm.css"])
def test_a_file_named_after_its_content_comes_compressed_and_may_be_kept_for_good(path):
    status, headers, body = get(KeptCompressed(App(headers=IMMUTABLE)), path)

    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"] == "text/javascript"
    assert headers["content-length"] == str(len(body))
    assert headers["vary"] == "accept-encoding"
    assert "immutable" in headers["cache-control"]
    assert "etag" not in headers
    assert gzip.decompress(body) == SCRIPT
    assert len(body) < len(SCRIPT) / 10


def test_the_second_who_asks_is_answered_from_memory():
    app = App(headers=IMMUTABLE)
    server = KeptCompressed(app)

    first, second = get(server, STREAMLIT), get(server, STREAMLIT)

    assert first == second
    assert len(app.asked) == 1


def test_a_file_that_comes_in_parts_is_put_together():
    _, _, body = get(KeptCompressed(App(headers=IMMUTABLE, parts=[b"one", b"", b"two"])), STREAMLIT)

    assert gzip.decompress(body) == b"onetwo"


def test_streamlit_s_word_for_the_player_s_files_gives_way_to_what_their_names_promise():
    app = App(headers={"cache-control": "public", "content-encoding": "identity"})

    _, headers, _ = get(KeptCompressed(app), BUNDLE)

    assert headers["cache-control"] == "public, immutable, max-age=31536000"
    assert headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/media/8d2f.js",
        "/_stcore/health",
        "/_stcore/bidi-components/playground.player/player.js",
        "/_stcore/bidi-components/playground.player/shared/wording.mjs",
        "/_stcore/bidi-components/another.component/made/player.js",
        "/static/media/SourceSans.woff2",
        "/static/js/../js/index.js",
        "/static/js/./index.js",
        "/static/js//index.js",
        "/./static/js/index.js",
    ],
)
def test_everything_else_passes_through_untouched_every_time(path):
    app = App(headers=IMMUTABLE)
    server = KeptCompressed(app)

    answers = [get(server, path), get(server, path)]

    assert answers == [(200, app.headers, SCRIPT)] * 2
    assert len(app.asked) == 2
    assert (b"accept-encoding", b"gzip, deflate, br") in app.asked[0]["headers"]


def test_what_streamlit_does_not_call_immutable_is_not_kept():
    app = App(headers={"cache-control": "no-cache"})  # its page for addresses it does not know
    server = KeptCompressed(app)

    answers = [get(server, "/static/js/unknown.js"), get(server, "/static/js/unknown.js")]

    assert [body for _, _, body in answers] == [SCRIPT, SCRIPT]
    assert len(app.asked) == 2


def test_the_page_that_streamlit_sends_for_an_unknown_file_is_not_kept():
    page = {**IMMUTABLE, "content-type": "text/html; charset=utf-8"}
    app = App(headers=page)
    server = KeptCompressed(app)
    invented = "/aa/bb/playground.player/made/zz.js"

    assert [get(server, invented)[1]["cache-control"] for _ in range(2)] == [IMMUTABLE["cache-control"]] * 2
    assert len(app.asked) == 2


def test_memory_has_room_for_so_many_files_and_no_more():
    app = App(headers=IMMUTABLE)
    server = KeptCompressed(app)
    paths = [f"/static/js/file.{number}.js" for number in range(MOST_KEPT + 1)]

    for path in [*paths, *paths]:
        assert get(server, path)[2] in (SCRIPT, gzip.compress(SCRIPT, 6, mtime=0))

    assert len(app.asked) == len(paths) + 1


@pytest.mark.parametrize("status", [304, 400, 404])
def test_an_error_is_passed_on_and_not_kept(status):
    app = App(status=status, headers=IMMUTABLE)
    server = KeptCompressed(app)

    assert [get(server, BUNDLE)[0], get(server, BUNDLE)[0]] == [status, status]
    assert len(app.asked) == 2


@pytest.mark.parametrize(
    "unusual",
    [{"accept_encoding": "identity"}, {"range": "bytes=0-9"}, {"origin": "https://elsewhere.example"}],
    ids=["unpacks nothing", "wants a part", "for another site's page"],
)
def test_who_cannot_use_what_is_kept_is_answered_by_the_app(unusual):
    app = App(headers=IMMUTABLE)
    server = KeptCompressed(app)
    get(server, STREAMLIT)

    _, headers, body = get(server, STREAMLIT, **unusual)

    assert headers == app.headers
    assert body == SCRIPT


def test_what_was_said_to_one_page_s_origin_is_not_said_to_another():
    server = KeptCompressed(App(headers={**IMMUTABLE, "access-control-allow-origin": "http://localhost:8501"}))

    _, headers, _ = get(server, STREAMLIT, origin="http://localhost:8501")

    assert "access-control-allow-origin" not in headers


def test_only_a_get_is_answered_from_memory():
    app = App(headers=IMMUTABLE)
    server = KeptCompressed(app)
    get(server, STREAMLIT)

    get(server, STREAMLIT, method="HEAD")

    assert [scope["method"] for scope in app.asked] == ["GET", "HEAD"]


def test_a_websocket_is_none_of_its_business():
    asked = []

    async def app(scope, receive, send):
        asked.append(scope["type"])

    asyncio.run(KeptCompressed(app)({"type": "websocket", "path": STREAMLIT}, None, None))

    assert asked == ["websocket"]


def test_an_error_of_the_app_is_its_own():
    async def app(scope, receive, send):
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        get(KeptCompressed(app), STREAMLIT)
