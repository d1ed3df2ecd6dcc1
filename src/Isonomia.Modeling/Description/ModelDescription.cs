using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>
/// A model as written, in a file or by a builder: texts with their places, nothing resolved. Two are equal when their
/// files in canonical form are.
/// </summary>
public abstract record ModelDescription
{
    /// <summary>The model's name.</summary>
    public required ModelText Name { get; init; }

    /// <summary>What sort of model it is, for people: "integrate-and-fire", "conductance-based".</summary>
    public string? Kind { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The paper it comes from, with its DOI.</summary>
    public string? Source { get; init; }

    /// <summary>Its parameters, in the order written.</summary>
    public ImmutableArray<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>Its equations.</summary>
    public required ModelText Equations { get; init; }

    /// <summary>Initial values.</summary>
    public ImmutableArray<NamedText> Initial { get; init; } = [];

    /// <summary>How its equations are stepped.</summary>
    public ModelText? Integrator { get; init; }

    /// <summary>Its named versions.</summary>
    public ImmutableArray<VariantDescription> Variants { get; init; } = [];

    /// <summary>Tests that it must pass.</summary>
    public ImmutableArray<TestDescription> Tests { get; init; } = [];

    /// <summary>Names of parameters whose values could not be read; nothing more is said of them.</summary>
    internal ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>The version of a name, with its changes made; this itself for null.</summary>
    /// <param name="variant">The name of a variant.</param>
    /// <exception cref="ModelException">
    /// There is none of that name, or it changes a parameter that is not there.
    /// </exception>
    public ModelDescription Variant(string? variant)
    {
        if (variant is null)
            return this;
        var bag = new DiagnosticBag();
        var found = Variants.FirstOrDefault(v => v.Name.Text == variant);
        if (found is null)
        {
            var known = Variants.Select(v => v.Name.Text).ToArray();
            bag.Error(Name.Source, Name.Span, $"'{Name}' has no variant '{variant}'",
                known.Length == 0
                    ? "it has no variants"
                    : NearestName.Hint(variant, known) ?? $"it has {string.Join(", ", known)}");
            throw new ModelException(bag.Found);
        }

        var changed = VariantApplication.Apply(this, found, bag);
        bag.ThrowIfErrors();
        return changed;
    }

    /// <inheritdoc/>
    public virtual bool Equals(ModelDescription? other) =>
        other is not null && EqualityContract == other.EqualityContract
            && ModelFile.Write(this) == ModelFile.Write(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ModelFile.Write(this).GetHashCode();
}
