using System.Collections.Immutable;
using Isonomia.Modeling.Integration;

namespace Isonomia.Modeling.Models;

/// <summary>The names of integrators, as written in model files.</summary>
public static class IntegratorNames
{
    private static readonly (string Name, IntegrationMethod Method)[] Named =
    [
        ("auto", IntegrationMethod.Auto), ("exact", IntegrationMethod.Exact),
        ("exponential-euler", IntegrationMethod.ExponentialEuler),
        ("exponential-midpoint", IntegrationMethod.ExponentialMidpoint),
        ("exponential-rk4", IntegrationMethod.ExponentialRungeKutta4), ("euler", IntegrationMethod.Euler),
        ("heun", IntegrationMethod.Heun), ("rk2", IntegrationMethod.RungeKutta2),
        ("rk4", IntegrationMethod.RungeKutta4),
        ("milstein", IntegrationMethod.Milstein),
    ];

    /// <summary>All names.</summary>
    public static ImmutableArray<string> All { get; } = [.. Named.Select(n => n.Name)];

    /// <summary>The integrator of a name; Brian 2's spelling with an underscore too.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The integrator; null where there is none of that name.</returns>
    public static IntegrationMethod? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = Array.FindIndex(Named, n => n.Name == name.Replace('_', '-'));
        return found >= 0 ? Named[found].Method : null;
    }

    /// <summary>The name of an integrator.</summary>
    /// <param name="method">The integrator.</param>
    public static string Name(IntegrationMethod method) => Array.Find(Named, n => n.Method == method).Name;
}
