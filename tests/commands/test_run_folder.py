"""Where results go: no other run is ever written into."""

import pytest

from lernmi_emo.commands.run_folder import run_folder
from lernmi_emo.support.exceptions import InputError


def test_the_next_free_number_is_taken(here):
    (here / "lernmi-emo-run").mkdir()
    (here / "lernmi-emo-run-2").touch()  # a file of this name is no free name either
    with run_folder(None) as folder:
        (folder / "a").touch()
    assert folder.name == "lernmi-emo-run-3"
    assert (here / "lernmi-emo-run-3" / "a").is_file()


def test_two_runs_at_once_don_t_meet(here):
    with run_folder(None) as one, run_folder(None) as other:
        assert one != other


@pytest.mark.parametrize("wanted", [None, "new"])
def test_nothing_is_left_where_nothing_was_put_in(here, wanted):
    def fail():
        with run_folder(wanted):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(here.iterdir()) == []


def test_a_users_own_empty_folder_is_not_removed(here):
    (here / "mine").mkdir()
    with run_folder("mine") as folder:
        assert folder.is_dir()
    assert (here / "mine").is_dir()


def test_a_folder_with_something_in_it_is_refused(here):
    (here / "mine").mkdir()
    (here / "mine" / "a").touch()
    with pytest.raises(InputError, match="mine is there already"), run_folder("mine"):
        pytest.fail("it was let in")
