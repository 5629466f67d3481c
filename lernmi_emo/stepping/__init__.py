"""How a network is stepped through.

messages    every message of a lesson, in order, and how each is sent
sender      sends them one by one and notes what each changed
units       several messages as one step
change, method, words        what a step tells: what changed, which method did it, and in which words
state, selection, memory     what a trace holds and hands out, and how it leaves the network as it was
trace_json, trace_reader     a trace as JSON text, and back
"""
