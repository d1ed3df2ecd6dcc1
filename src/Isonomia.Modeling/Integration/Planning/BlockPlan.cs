using System.Collections.Immutable;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>How a block will be stepped.</summary>
/// <param name="States">Its states.</param>
/// <param name="Method">The method; never automatic.</param>
/// <param name="Reason">Why, in one sentence for people.</param>
/// <param name="Linear">Its matrix, where it is stepped exactly.</param>
internal sealed record BlockPlan(
    ImmutableArray<StateEquation> States, IntegrationMethod Method, string Reason, LinearBlock? Linear = null);
