"""What was drawn is sent, also when a part of the page is drawn once more before it is.

A fragment that runs alone makes Streamlit drop what its part of the page was drawn with and has not been sent yet. It does not
drop that the whole page has been drawn, and so the browser takes away the player, which it believes to be gone, until the
fragment is through. It happens wherever the player asks for something while the page is drawn.
"""

from __future__ import annotations

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

NO_FRAGMENT = ["none"]
"""What stands for the fragments of which unsent messages are dropped."""

_clear = ForwardMsgQueue.clear


def keep_unsent_messages() -> None:
    """Let a fragment's messages follow those that wait to be sent; it has to be called before the first page is opened.

    A run of the whole page still drops them, as it draws everything again.

    Examples
    --------
    >>> from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    >>> keep_unsent_messages()
    >>> queue, drawn = ForwardMsgQueue(), ForwardMsg()
    >>> drawn.delta.fragment_id = "player"
    >>> queue.enqueue(drawn)
    >>> queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=["player"])
    >>> queue.is_empty()
    False
    >>> queue.clear(retain_lifecycle_msgs=True)
    >>> queue.is_empty()
    True
    """
    ForwardMsgQueue.clear = _keep_for_a_fragment  # type: ignore[method-assign, assignment]


def _keep_for_a_fragment(
    queue: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
) -> None:
    _clear(queue, retain_lifecycle_msgs, fragment_ids_this_run and NO_FRAGMENT)
