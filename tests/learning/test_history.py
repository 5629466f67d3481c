from lernmi_emo import History, Network, datasets


def test_it_keeps_one_number_per_epoch():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    history = net.train(datasets.xor(), epochs=4, validation=datasets.xor())
    assert len(history) == 4
    for values in (
        history.errors,
        history.anxieties,
        history.confidences,
        history.validation_errors,
        history.validation_accuracies,
    ):
        assert len(values) == 4


def test_a_plain_network_has_no_emotions_to_keep():
    history = Network.layered([2, 3, 1], seed=7).train(datasets.xor(), epochs=2)
    assert (history.anxieties, history.confidences, history.validation_errors) == ([], [], [])


def test_it_prints_as_a_table_with_the_middle_left_out():
    text = str(History(errors=[0.25] * 100, stopped="100 epochs are over"))
    lines = text.splitlines()
    assert lines[0] == "epoch   error"
    assert lines[1] == "    1  0.2500"
    assert lines[11] == "    …"
    assert lines[-2] == "  100  0.2500"
    assert lines[-1] == "stopped: 100 epochs are over"
    assert len(lines) == 1 + 10 + 1 + 9 + 1


def test_columns_stay_apart_however_large_a_number_is():
    lines = str(History(errors=[0.25, 5367576204502.6445], anxieties=[1.0, 2.0])).splitlines()
    assert lines[0] == "epoch               error  anxiety"
    assert lines[2] == "    2  5367576204502.6445   2.0000"


def test_no_epochs_print_too():
    assert str(History(stopped="interrupted")) == "no epochs (interrupted)"
