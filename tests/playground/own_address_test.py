"""Whoever opens a connection from elsewhere is turned away without anybody on the internet being asked."""

import subprocess
import sys

import pytest

# In a process of its own: what the page's server replaces in Streamlit stays replaced.
JUDGE = """
import socket, sys

asked = []
def refuse(*address, **more):
    asked.append(address)
    raise OSError("A test reaches nobody.")
socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse

for name in sys.argv[1:]:
    __import__(name)
from streamlit.web.server.server_util import is_url_from_allowed_origins
print(is_url_from_allowed_origins("https://elsewhere.example"), len(asked) > 0)
"""


@pytest.mark.parametrize(("modules", "somebody_is_asked"), [([], True), (["playground.app"], False)])
def test_a_page_of_another_origin_is_judged_without_asking_anybody(modules, somebody_is_asked):
    judged = subprocess.run([sys.executable, "-c", JUDGE, *modules], capture_output=True, text=True, check=True)

    assert judged.stdout.split() == ["False", str(somebody_is_asked)]
