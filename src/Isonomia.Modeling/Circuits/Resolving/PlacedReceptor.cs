using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>A receptor on the cells of a population.</summary>
/// <param name="Alias">What its variables there are called by.</param>
/// <param name="Model">The receptor.</param>
/// <param name="Current">
/// The current that it gives, in the names of the composed cell; null where it gives none.
/// </param>
/// <param name="Conductance">What multiplies E - v in it; null where nothing does.</param>
internal sealed record PlacedReceptor(
    string Alias, ReceptorModel Model, Expression? Current, Expression? Conductance)
{
    private readonly HashSet<string> classes = new(StringComparer.Ordinal);
    private bool isMixed;

    /// <summary>What each synapse keeps; null where it keeps nothing but its weight.</summary>
    public SynapseModel? Synapse { get; init; }

    /// <summary>The port at which its spikes arrive; its name is the alias.</summary>
    public Dimension Weight => Model.Weight.Dimension;

    /// <summary>Notes that cells of a class project to it.</summary>
    public void ReachedBy(string? sourceClass)
    {
        if (sourceClass is null)
            isMixed = true;
        else
            classes.Add(sourceClass);
    }

    /// <summary>What it contributes to the cell's current.</summary>
    public ReceptorCurrent? Contribution() => Current is null || Model.Kind == "electrical"
        ? null
        : new ReceptorCurrent(Alias, isMixed || classes.Count > 1 ? null : classes.SingleOrDefault() ?? OfKind(),
            Current, Conductance);

    // A receptor that only stimuli reach is what its file says.
    private string? OfKind() => Model.Kind switch
    {
        "excitatory" => "E",
        "inhibitory" => "I",
        _ => null,
    };
}
