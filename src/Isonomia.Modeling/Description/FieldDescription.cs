using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;

namespace Isonomia.Modeling.Description;

/// <summary>A field as written: the equations of a region, with the keys of <see cref="ModelKeys.Field"/>.</summary>
public sealed record FieldDescription : ModelDescription
{
    /// <summary>What reaches a region from others: the input's name, and the expression that a source sends.</summary>
    public ImmutableArray<NamedText> Coupling { get; init; } = [];

    /// <summary>What is observed of a region.</summary>
    public ModelText? Output { get; init; }

    /// <summary>The spatial modes: over, side, largest, weight.</summary>
    public ImmutableArray<NamedText> Modes { get; init; } = [];

    /// <summary>The time step it asks for.</summary>
    public ModelText? Dt { get; init; }

    /// <summary>The duration it asks for.</summary>
    public ModelText? Duration { get; init; }

    /// <summary>The seed it asks for.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The field that this describes.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public FieldModel ToModel()
    {
        var bag = new DiagnosticBag();
        var model = Resolve(bag);
        bag.ThrowIfErrors();
        return model!;
    }

    /// <summary>Resolves the names, checks the dimensions and the values.</summary>
    /// <param name="bag">Where to report what is wrong or doubtful: everything at once.</param>
    /// <returns>The field; null where there is an error.</returns>
    public FieldModel? Resolve(DiagnosticBag bag) => Resolving.FieldResolver.Resolve(this, bag);

    /// <inheritdoc/>
    public bool Equals(FieldDescription? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
