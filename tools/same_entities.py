#!/usr/bin/env python3
"""Whether an entity has one id in all languages: same_entities.py GOLD.json RECORDS.jsonl [GOLD RECORDS ...]

GOLD is an annotated set ({"articles": [{"id", "lang", "entities": [{"name", "type", "mentions"}]}]}), RECORDS what
`newsgraph extract` writes of it. Of the entities that articles of at least two languages mention, prints the share of
(entity, language) pairs in which the record that covers its mentions has the entity's most frequent id;
a mention may be wider than in GOLD ("the world"), since extents are measured elsewhere.
"""
import collections
import json
import re
import sys


def id_of(kind, forms, read):
    """The id of the mention that is one of the forms, or else has one among its words ("Kreis Musterau")."""
    exact = [entity_id for form in forms for _, quote, entity_id in read if quote == form]
    wider = [entity_id for form in forms for read_kind, quote, entity_id in read
             if read_kind == kind and re.search(rf'(?<!\w){re.escape(form)}(?!\w)', quote)]
    return next(iter(exact + wider), None)


def ids_by_language(gold_path, records_path):
    """Yields (canonical name, language, id) for each entity and article; id is None where none of its forms was read."""
    records = {}
    with open(records_path, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            records[record['article_id']] = record
    with open(gold_path, encoding='utf-8') as file:
        gold = json.load(file)
    for article in gold['articles']:
        read = [(entity['type'], mention['quote'].casefold(), entity['entity_id'])
                for entity in records.get(article['id'], {}).get('entities', []) for mention in entity['mentions']]
        for entity in article['entities']:
            forms = [form.casefold() for form in entity['mentions']]
            yield (entity['type'], entity['name']), article['lang'], id_of(entity['type'], forms, read)


def main():
    found = collections.defaultdict(list)
    for gold, records in zip(sys.argv[1::2], sys.argv[2::2]):
        for entity, language, entity_id in ids_by_language(gold, records):
            found[entity].append((language, entity_id))
    right = total = 0
    for entity, pairs in sorted(found.items()):
        if len({language for language, _ in pairs}) < 2:
            continue
        common = collections.Counter(entity_id for _, entity_id in pairs if entity_id).most_common(1)
        wanted = common[0][0] if common else ''
        for language, entity_id in sorted(set(pairs), key=str):
            total += 1
            right += entity_id == wanted
            if entity_id != wanted:
                print(f'{entity[0]} {entity[1]}: {entity_id} in {language}, elsewhere {wanted}')
    print(f'{right} of {total} have one id ({right / max(total, 1):.3f})')


if __name__ == '__main__':
    main()
