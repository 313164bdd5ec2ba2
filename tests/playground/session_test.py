"""What is kept from one run of the script to the next."""

from streamlit.testing.v1 import AppTest

# At the second step no field is drawn, in a run that is broken off for another.
A_FIELD_THAT_COMES_AND_GOES = """
import streamlit as st
from playground import session

if st.session_state.get("leaves", False):
    session.forget_shown()
    st.session_state["leaves"] = False
    st.rerun()
st.text_input("Name", key=session.have_shown("name_of_column", "height", version=1))
session.note_widgets()
"""


def test_a_field_that_was_off_the_page_says_again_what_it_stands_for_though_that_run_was_broken_off():
    page = AppTest.from_string(A_FIELD_THAT_COMES_AND_GOES).run()
    assert page.text_input[0].proto.set_value
    page.run()
    assert not page.text_input[0].proto.set_value, "a field that stays keeps what is being typed into it"

    page.session_state["leaves"] = True
    page.run()

    assert page.text_input[0].proto.set_value
    assert page.text_input[0].value == "height"
