"""Validates documents by JSON Schemas: a validator that is not ours (Debian's python3-jsonschema and python3-yaml).

Reads {"schemas": {NAME: schema}, "documents": [{"name", "schema", "yaml"}]} and writes, for each document, what stands against it
under each way of taking a plain value: as text, as YAML 1.2 does, and as YAML 1.1 does. Null: nothing.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")
import jsonschema
import yaml


class Core(yaml.BaseLoader):
    """What an editor sees: plain values by YAML 1.2's core schema."""


class Old(yaml.SafeLoader):
    """What an older editor sees: YAML 1.1, without dates, which JSON does not know."""


# Copies: the lists belong to the classes they are inherited from.
Core.yaml_implicit_resolvers = {}
Old.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def core(tag, pattern, first, construct):
    import re

    Core.add_implicit_resolver(tag, re.compile(pattern), first)
    Core.add_constructor(tag, lambda loader, node: construct(loader.construct_scalar(node)))


core("!null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""], lambda text: None)
core("!bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF"), lambda text: text.lower() == "true")
core("!int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789"), lambda text: int(text) if text.lstrip("-+").isdigit() else int(text, 0))
core("!float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789"), float)

LOADERS = {"text": yaml.BaseLoader, "1.2": Core, "1.1": Old}


def against(validator, text, loader):
    try:
        document = yaml.load(text, loader)
    except yaml.YAMLError as error:
        return "no YAML: " + str(error).split("\n")[0]
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    return None if error is None else "/".join(str(part) for part in error.absolute_path) + ": " + error.message[:300]


def main():
    asked = json.load(sys.stdin)
    store = {"file:///" + name: schema for name, schema in asked["schemas"].items()}
    validators = {}
    for name, schema in asked["schemas"].items():
        jsonschema.Draft7Validator.check_schema(schema)
        validators[name] = jsonschema.Draft7Validator(schema, resolver=jsonschema.RefResolver("file:///" + name, schema, store=store))
    json.dump(
        [
            {"name": one["name"], "against": {key: against(validators[one["schema"]], one["yaml"], loader) for key, loader in LOADERS.items()}}
            for one in asked["documents"]
        ],
        sys.stdout,
    )


main()
