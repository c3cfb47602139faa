"""What stands in the first lines of every format: what a reader should know before anything else."""

from inspector.model.inspection import Inspection


def attention(inspection: Inspection) -> list[str]:
    """Sentences; mostly none. That the rules are not among those that ship is one."""
    if inspection.framework_shipped:
        return []
    named = f"{inspection.framework_id}, version {inspection.framework_version}, sha256 {inspection.framework_digest}"
    return [f"By a framework that is not one of those shipped: {named}."]
