using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>A cell model as written.</summary>
public sealed record CellDescription : ModelDescription
{
    /// <summary>The condition under which it spikes.</summary>
    public ModelText? Threshold { get; init; }

    /// <summary>What happens at a spike.</summary>
    public ModelText? Reset { get; init; }

    /// <summary>How long it stays refractory after a spike, or the condition while which it does.</summary>
    public ModelText? Refractory { get; init; }

    /// <summary>
    /// The current I_ext, an expression of t, when the model is run alone and nothing else is asked for.
    /// </summary>
    public ModelText? Input { get; init; }

    /// <summary>The time step it asks for.</summary>
    public ModelText? Dt { get; init; }

    /// <summary>The duration it asks for.</summary>
    public ModelText? Duration { get; init; }

    /// <summary>The seed it asks for.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The model that this describes.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public CellModel ToModel()
    {
        var bag = new DiagnosticBag();
        var model = Resolve(bag);
        bag.ThrowIfErrors();
        return model!;
    }

    /// <summary>Resolves the names, checks the dimensions and the values.</summary>
    /// <param name="bag">Where to report what is wrong or doubtful: everything at once.</param>
    /// <returns>The model; null where there is an error.</returns>
    public CellModel? Resolve(DiagnosticBag bag) => Resolving.CellResolver.Resolve(this, bag);

    /// <inheritdoc/>
    public bool Equals(CellDescription? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
