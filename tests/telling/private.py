"""A submission whose stories, voices, recommendations and claims speak of a child, her worker and her birth."""

import json
from datetime import date, timedelta
from pathlib import Path

from tests.bundle import builder
from tests.privacy.sentinels import FIRST, LAST, Sentinels, as_csv, one_list

LOG = (
    "id,raised_on,raised_by_role,team,scale,aim,prediction,indicator,started_on,tested_on,decided_on,decision,learned,"
    "recorded_at"
)
SEEN = "visits-seen"
VOICE = "id,period_start,period_end,group,theme,said,people,changed,told_back_on"


def bundle(folder: Path) -> Sentinels:
    """Write the bundle; each text of what is told names the third child of list 8, her worker and the day of her birth."""
    secret = Sentinels()
    manifest, files = builder.small()
    lists = as_csv(one_list(8, secret))
    worker, born, id = f"{FIRST[2]} {LAST[2]}", date(2007, 2, 13) + timedelta(days=397 * 2), "QXK710002"
    told = f"{worker} saw {id} (born {born:%d/%m/%Y})"
    files["indicator-register.csv"] = (
        f"indicator,title,better,measure\n{SEEN},Visits by {worker} to {id},up,process\n".encode()
    )
    figures = [f"{SEEN},2025-{month:02}-01,2025-{month:02}-28,{20 if month < 6 else 90},100" for month in range(1, 11)]
    files["indicators.csv"] = "\n".join(
        ["indicator,period_start,period_end,numerator,denominator", *figures, ""]
    ).encode()
    del files["durations.csv"]
    manifest["resources"] = [one for one in manifest["resources"] if one["path"] in files]
    log = (
        f"{id},2025-05-02,{worker},{worker},one-case,{told},{told},{SEEN},2025-05-06,2025-05-08,2025-05-09,adopt,{told}"
    )
    files["improvement-log.csv"] = f"{LOG}\n{log},2025-05-10T16:20:00Z\n".encode()
    voice = f"{id},2025-01-01,2025-01-03,children,{worker},{told},1,{id};{worker},2025-02-01"
    actions = [{"id": id, "action": told, "owner": worker, "done_on": "2025-02-03"}]
    statuses = [{"on": "2025-02-04", "status": "done", "note": told}]
    more = {"actions": actions, "statuses": statuses, "owners": [worker], "verified_by": worker, "indicator": SEEN}
    recommended = {"id": id, "recommendation": told, "source": "case-review", "made_on": "2025-01-05", **more}
    claims = [{"id": id, "claim": told, "direction": "better", "indicator": SEEN}]
    stated = {"id": id, "area": worker, "what_we_know": told, "claims": claims}
    for resource in manifest["resources"]:
        resource.update(builder.seal(files[resource["path"]]))
    for kind, path, data in (
        ("case-records", "list_8.csv", lists),
        ("voice", "voice.csv", f"{VOICE}\n{voice}\n"),
        ("recommendations", "recommendations.json", json.dumps([recommended])),
        ("self-evaluation", "self-evaluation.json", json.dumps([stated])),
    ):
        files[path] = data.encode()
        resource = {"name": kind, "path": path, "kind": kind, **({"list": 8} if kind == "case-records" else {})}
        manifest["resources"].append({**resource, **builder.seal(data.encode())})
    folder.mkdir(parents=True)
    for name, content in {builder.MANIFEST: json.dumps(manifest).encode(), **files}.items():
        (folder / name).write_bytes(content)
    return secret
