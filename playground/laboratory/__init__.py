"""What the scaling laboratory shows, without Streamlit: the networks of many seeds, and what they say, in words."""
