using System.Collections.Immutable;

namespace Isonomia.Restoration.Catalogue;

/// <summary>What a condition or an intervention is in one model.</summary>
/// <param name="Model">The model's name: "corticothalamic", or one of the library.</param>
/// <param name="Assumption">Why the biology becomes these numbers; everything that follows hangs on it.</param>
/// <param name="Changes">The changes of the model's parameters.</param>
/// <param name="Grounds">How well the step from biology to parameters is founded.</param>
public sealed record ModelMapping(
    string Model, string Assumption, ImmutableArray<Change> Changes, Grounds Grounds);
