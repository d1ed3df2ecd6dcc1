using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// What each synapse keeps and does at spikes: short-term plasticity, spike-timing-dependent plasticity. Between events
/// its states follow linear equations exactly. Names that are neither its own nor built in are those of the target's
/// composed cell, read when the event happens.
/// </summary>
public sealed record SynapseModel
{
    /// <summary>The name in <see cref="OnPre"/> of what reaches the target's port.</summary>
    public const string Transmitted = "_transmitted";

    /// <summary>The receptor's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its parameters; each value uses only constants and parameters.</summary>
    public ImmutableArray<ModelParameter> Parameters { get; init; } = [];

    /// <summary>The weight: one of the states; its initial values are the projection's.</summary>
    public required Symbol Weight { get; init; }

    /// <summary>States besides the weight: event-driven ones with their equation, variables without.</summary>
    public ImmutableArray<SynapseState> States { get; init; } = [];

    /// <summary>
    /// What a spike does when it arrives, in order; the temporary <see cref="Transmitted"/> receives what is added to
    /// the target's port (it need not be assigned).
    /// </summary>
    public ImmutableArray<Assignment> OnPre { get; init; } = [];

    /// <summary>What a spike of the target does, in order, without delay.</summary>
    public ImmutableArray<Assignment> OnPost { get; init; } = [];

    /// <summary>Largest weight that the rules allow (its clip), in SI base units; null where none is known.</summary>
    public double? LargestWeight { get; init; }
}
