import nncore


def test_the_printed_file_is_that_of_the_core(played):
    session = played("to-python hidden-layer")

    assert (session.exit_code, session.said) == (0, "")
    assert session.printed == nncore.to_python(nncore.articles.hidden_layer())


def test_options_change_what_is_trained(played):
    assert "\nEPOCHS = 7\n" in played("to-python single-neuron --epochs 7").printed


def test_an_experiment_that_is_not_known_gets_a_sentence(played):
    session = played("to-python hiden-layer")

    assert (session.exit_code, session.printed) == (2, "")
    assert 'Did you mean "hidden-layer"?' in session.said
