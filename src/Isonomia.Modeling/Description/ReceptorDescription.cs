using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>A receptor model as written.</summary>
public sealed record ReceptorDescription : ModelDescription
{
    /// <summary>What a presynaptic spike does.</summary>
    public ModelText? OnPre { get; init; }

    /// <summary>What a postsynaptic spike does.</summary>
    public ModelText? OnPost { get; init; }

    /// <summary>Where its state lives.</summary>
    public StateLocation State { get; init; }

    /// <summary>The model that this describes, on a cell with a membrane potential v in volt.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public ReceptorModel ToModel()
    {
        var bag = new DiagnosticBag();
        var model = Resolve(null, bag);
        bag.ThrowIfErrors();
        return model!;
    }

    /// <summary>Resolves the names, checks the dimensions and the values.</summary>
    /// <param name="target">
    /// The equations of the cell it is put on, whose variables it may read and set; null for a cell that has a membrane
    /// potential v in volt and nothing else.
    /// </param>
    /// <param name="bag">Where to report what is wrong or doubtful: everything at once.</param>
    /// <returns>The model; null where there is an error.</returns>
    public ReceptorModel? Resolve(EquationSystem? target, DiagnosticBag bag) =>
        Resolving.ReceptorResolver.Resolve(this, target, bag);

    /// <inheritdoc/>
    public bool Equals(ReceptorDescription? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
