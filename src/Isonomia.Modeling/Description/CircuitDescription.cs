using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>
/// A circuit as written: populations of cells, projections between them, stimuli and probes, with the keys of
/// <see cref="CircuitKeys"/>. Immutable.
/// </summary>
public sealed record CircuitDescription : ModelDescription
{
    /// <summary>The time step.</summary>
    public ModelText? Dt { get; init; }

    /// <summary>How long it runs.</summary>
    public ModelText? Duration { get; init; }

    /// <summary>The seed of all randomness.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Its populations by name, in the order written.</summary>
    public ImmutableArray<WrittenEntry> Populations { get; init; } = [];

    /// <summary>Its projections.</summary>
    public ImmutableArray<WrittenValue> Projections { get; init; } = [];

    /// <summary>Its stimuli.</summary>
    public ImmutableArray<WrittenValue> Stimuli { get; init; } = [];

    /// <summary>What is recorded.</summary>
    public ImmutableArray<WrittenValue> Probes { get; init; } = [];

    /// <summary>
    /// The folder from which files that it names are read; null for the current one. It is no part of what is written.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>The circuit that this describes.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public CircuitModel ToModel()
    {
        var bag = new DiagnosticBag();
        var model = Resolve(bag);
        bag.ThrowIfErrors();
        return model!;
    }

    /// <summary>
    /// Resolves the names, checks dimensions and values, and puts on each cell what acts on it.
    /// </summary>
    /// <param name="bag">Where to report what is wrong or doubtful: everything at once.</param>
    /// <returns>The circuit; null where there is an error.</returns>
    public CircuitModel? Resolve(DiagnosticBag bag) => Circuits.Resolving.CircuitResolver.Resolve(this, bag);

    /// <inheritdoc/>
    public bool Equals(CircuitDescription? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
