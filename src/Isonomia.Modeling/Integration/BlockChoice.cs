using System.Collections.Immutable;

namespace Isonomia.Modeling.Integration;

/// <summary>How a connected block of states is stepped, and why.</summary>
/// <param name="States">The names of its states.</param>
/// <param name="Method">The method; never <see cref="IntegrationMethod.Auto"/>.</param>
/// <param name="Reason">Why, in one sentence for people.</param>
public sealed record BlockChoice(ImmutableArray<string> States, IntegrationMethod Method, string Reason);
