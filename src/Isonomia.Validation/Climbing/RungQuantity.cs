namespace Isonomia.Validation.Climbing;

/// <summary>One number of a publication, and what is accepted in its place.</summary>
/// <param name="Name">What it is, unique within its rung.</param>
/// <param name="Unit">Its unit; <c>1</c> for a pure number.</param>
/// <param name="Published">The published value; null where only a direction or a range is known.</param>
/// <param name="Origin">Where that is known from.</param>
/// <param name="Source">Which table, abstract, code or formula.</param>
/// <param name="Accepted">What is accepted of ours.</param>
/// <param name="Why">Why this and no more or less.</param>
public sealed record RungQuantity(
    string Name, string Unit, double? Published, Origin Origin, string Source, Criterion Accepted, string Why)
{
    /// <summary>What the quick form accepts where its shorter runs scatter more; otherwise as
    /// <see cref="Accepted"/>.</summary>
    public Criterion? AcceptedQuickly { get; init; }

    /// <summary>Whether the full form alone measures it.</summary>
    public bool FullOnly { get; init; }

    /// <summary>
    /// Where ours is known to fail: what was tried, and what the difference is put down to. Such a quantity is still
    /// measured and still shown as failing.
    /// </summary>
    public string? Tried { get; init; }

    /// <summary>What is accepted in that form.</summary>
    public Criterion AcceptedIn(Form form) => form == Form.Quick ? AcceptedQuickly ?? Accepted : Accepted;
}
