namespace Isonomia.Validation.Climbing;

/// <summary>
/// A published quantitative result and how it is reproduced. Parameters are those of the publication: where ours does
/// not reach the published value, it is shown as failing, and nothing else is changed to make it pass.
/// </summary>
public abstract class Rung
{
    /// <summary>Its short name: <c>L01</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What is reproduced.</summary>
    public abstract string Title { get; }

    /// <summary>Where it was published.</summary>
    public abstract IReadOnlyList<Paper> Papers { get; }

    /// <summary>What our side does to reproduce it: model, size, duration, seeds.</summary>
    public abstract string Method { get; }

    /// <summary>The numbers that are compared.</summary>
    public abstract IReadOnlyList<RungQuantity> Quantities { get; }

    /// <summary>Measures the quantities and hands each to <paramref name="run"/>.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    protected internal abstract void Climb(RungRun run);
}
