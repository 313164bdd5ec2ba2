"""The page of the app's server, and the lines it is given before it starts."""

import asyncio

import pytest

from playground.head_of_page import HeadOfPage

PAGE = b'<!DOCTYPE html><html><head><script>one()</script><script type="module" src="./a.js"></script></head></html>'

LINES = "<script>first()</script>\n"


def answer_to(headers, *, method="GET", content_type="text/html; charset=utf-8", status=200):
    """Return what the app was asked, and the status, headers and body that were sent."""
    asked, sent = [], []

    async def app(scope, receive, send):
        asked.append(dict(scope["headers"]))
        told = [(b"content-type", content_type.encode()), (b"content-length", b"%d" % len(PAGE)), (b"etag", b"old")]
        await send({"type": "http.response.start", "status": status, "headers": told})
        await send({"type": "http.response.body", "body": PAGE})

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": "/",
        "headers": [(name, value) for name, value in headers.items()],
    }
    asyncio.run(HeadOfPage(app, LINES)(scope, None, send))
    return asked[0], sent[0]["status"], dict(sent[0]["headers"]), b"".join(part["body"] for part in sent[1:])


def test_the_lines_stand_before_every_other_script_and_the_page_is_sent_anew():
    asked, status, headers, body = answer_to(
        {b"accept": b"text/html,*/*", b"if-none-match": b"old", b"accept-encoding": b"gzip"}
    )

    assert asked == {b"accept": b"text/html,*/*"}  # a page that a browser has kept may be from before
    assert status == 200
    assert body == PAGE.replace(b"<script>one", LINES.encode() + b"<script>one")
    assert headers[b"content-length"] == b"%d" % len(body)
    assert b"etag" not in headers


@pytest.mark.parametrize(
    ("headers", "others"),
    [
        ({b"accept": b"*/*"}, {}),
        ({b"accept": b"text/html"}, {"method": "POST"}),
        ({b"accept": b"text/html"}, {"content_type": "text/javascript"}),
        ({b"accept": b"text/html"}, {"status": 404}),
    ],
)
def test_all_else_is_as_it_was(headers, others):
    _, _, told, body = answer_to(headers, **others)

    assert body == PAGE
    assert told[b"etag"] == b"old"
