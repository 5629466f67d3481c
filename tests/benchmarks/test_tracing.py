"""What a trace costs, beside one lesson of the same network in the same run, and how much memory it takes.

The figure: one pattern on 64-30-10, about 7,000 steps, in under 0.5 s of processor time and 10 MB.
"""

import gc
import random
import time
import tracemalloc

from lernmi_emo import Network

SIZES = [64, 30, 10]
MOST_LESSONS = 400  # a trace may take as long as so many lessons: 0.5 s, where a lesson takes 1.25 ms
MOST_BYTES = 10_000_000


def network_and_pattern():
    chance = random.Random(1)
    net = Network.layered(SIZES, emotional=True, seed=7)
    pattern = [chance.random() for _ in range(SIZES[0])], [chance.random() for _ in range(SIZES[-1])]
    net.learn(*pattern)
    return net, pattern


def seconds(call, rounds):
    times = []
    for _ in range(rounds):
        start = time.process_time()  # of this process alone, whatever else the machine does
        call()
        times.append(time.process_time() - start)
    return min(times)


def test_a_trace_of_seven_thousand_steps_takes_no_longer_than_some_hundred_lessons(benchmark):
    net, pattern = network_and_pattern()
    assert 6_500 < len(net.trace(*pattern)) < 7_500
    lesson = seconds(lambda: net.learn(*pattern), 50)
    trace = seconds(lambda: net.trace(*pattern), 10)
    benchmark.pedantic(net.trace, args=pattern, rounds=5)
    benchmark.extra_info.update(lessons=round(trace / lesson))
    print(f"\na trace: {trace:.3f} s, as long as {trace / lesson:.0f} lessons")
    assert trace / lesson < MOST_LESSONS


def test_it_takes_less_than_ten_megabytes(benchmark):
    net, pattern = network_and_pattern()
    net.trace(*pattern)  # what is imported and looked up once is not the trace's
    gc.collect()
    tracemalloc.start()
    try:
        trace = net.trace(*pattern)
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    benchmark.pedantic(trace.state, args=(-1,), rounds=5)
    benchmark.extra_info.update(megabytes=round(most / 1e6, 1))
    print(f"\n{len(trace):,} steps: {kept / 1e6:.1f} MB, at most {most / 1e6:.1f} MB meanwhile")
    assert most < MOST_BYTES


def test_its_memory_is_proportional_to_its_steps(benchmark):
    net = Network.layered([8, 6, 2], emotional=True, seed=7)
    chance = random.Random(2)
    patterns = [([chance.random() for _ in range(8)], [0.0, 1.0]) for _ in range(40)]

    def bytes_of_a_step(count):
        gc.collect()
        tracemalloc.start()
        try:
            trace = net.trace_of_epoch(patterns[:count])
            return tracemalloc.get_traced_memory()[0] / len(trace)
        finally:
            tracemalloc.stop()

    net.trace_of_epoch(patterns)
    few, many = bytes_of_a_step(5), bytes_of_a_step(40)
    benchmark.pedantic(net.trace_of_epoch, args=(patterns,), rounds=3)
    benchmark.extra_info.update(bytes_of_a_step=round(many))
    print(f"\n{few:.0f} bytes a step of 5 patterns, {many:.0f} of 40")
    assert many < 1.1 * few
