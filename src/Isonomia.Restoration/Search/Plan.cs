using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Search;

/// <summary>
/// Interventions given together. Their effects are taken not to influence one another: factors multiply, shifts add,
/// burdens add.
/// </summary>
/// <param name="Items">The interventions and their doses; none for leaving all as it is.</param>
public sealed record Plan(ImmutableArray<DosedIntervention> Items)
{
    /// <summary>What is assumed of combinations, for reports.</summary>
    public const string Interaction =
        "interventions given together are taken not to influence one another: factors multiply, burdens add";

    /// <summary>The sum of the burdens.</summary>
    public double Burden => Items.Sum(i => i.Burden);

    /// <summary>The least founded step on which its effect in a model hangs.</summary>
    /// <param name="model">The model's name.</param>
    public EvidenceLevel Evidence(string model) => Items
        .Select(i => i.Intervention.In(model)!)
        .SelectMany(m => m.Changes.Select(c => c.Grounds.Evidence).Append(m.Grounds.Evidence))
        .DefaultIfEmpty(EvidenceLevel.Strong).Min();

    /// <inheritdoc/>
    public override string ToString() => Items.IsEmpty ? "nothing" : string.Join(" + ", Items);
}
