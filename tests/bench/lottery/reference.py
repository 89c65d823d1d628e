"""Leximin by sortition-algorithms with HiGHS: terms as JSON on standard input, seconds and the smallest chance as JSON on standard output.

Without terms it only shows, by ending well, that both packages are at hand.
"""

import json
import sys
import time

import highspy  # noqa: F401
from sortition_algorithms.committee_generation import find_distribution_leximin
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings


def run(terms):
    features, *_ = read_in_features(["feature", "value", "min", "max"], terms["targets"])
    columns = sorted({target["feature"] for target in terms["targets"]})
    settings = Settings(id_column="id", columns_to_keep=[])
    people, *_ = read_in_people(["id", *columns], terms["people"], features, settings)
    began = time.perf_counter()
    committees, probabilities, *_ = find_distribution_leximin(
        features, people, terms["seats"], [], solver_backend="highspy"
    )
    seconds = time.perf_counter() - began
    chances = {person["id"]: 0.0 for person in terms["people"]}
    for committee, probability in zip(committees, probabilities):
        for person in committee:
            chances[person] += float(probability)
    return {"seconds": seconds, "min": min(chances.values())}


given = sys.stdin.read()
if given:
    print(json.dumps(run(json.loads(given))))
