using System.Globalization;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;
using Isonomia.Restoration.Catalogue;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;

namespace Isonomia.Restoration.Circuits;

/// <summary>A circuit of the library of which parameters are multiplied.</summary>
public sealed class TurnedCircuit
{
    private readonly CircuitDescription circuit;

    /// <summary>A circuit.</summary>
    /// <param name="name">Its name in the library.</param>
    /// <param name="settings">Values changed in health and illness alike, as <c>simulate --set</c> takes them.</param>
    /// <exception cref="CatalogueException">It is no circuit.</exception>
    /// <exception cref="ModelException">There is no such model, or a setting is wrong.</exception>
    public TurnedCircuit(string name, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Name = name;
        circuit = ModelLibrary.Find(name) as CircuitDescription
            ?? throw new CatalogueException($"'{name}' is no circuit; 'isonomia models' lists circuits");
        var bag = new DiagnosticBag();
        foreach (var (path, value) in settings)
            circuit = SettingPath.Apply(circuit, path, value, bag);
        bag.ThrowIfErrors();
        Populations = [.. circuit.ToModel().Populations.Select(p => p.Name)];
    }

    /// <summary>The circuit's name.</summary>
    public string Name { get; }

    /// <summary>Its populations.</summary>
    public IReadOnlyList<string> Populations { get; }

    /// <summary>What a parameter means.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <exception cref="CatalogueException">There is none of this name.</exception>
    public string? MeaningOf(string parameter) => Find(parameter).Meaning;

    /// <summary>Runs it on one thread.</summary>
    /// <param name="factors">Parameters and what they are multiplied by.</param>
    /// <param name="duration">How long, in seconds; null for what it asks for.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CatalogueException">There is no such parameter.</exception>
    /// <exception cref="ModelException">A value is out of its range.</exception>
    public RunResult Run(
        IEnumerable<(string Parameter, double Factor)> factors, double? duration, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var bag = new DiagnosticBag();
        var turned = factors.GroupBy(f => f.Parameter, StringComparer.Ordinal)
            .Aggregate(circuit, (c, g) => SettingPath.Apply(c, "parameters." + g.Key, Text(g.Key, g.Aggregate(1.0, (p, f) => p * f.Factor)), bag));
        bag.ThrowIfErrors();
        var settings = new CircuitRunSettings { Duration = duration, Seed = seed, Threads = 1, Precision = Precision.Single };
        using var run = new CircuitRun(turned.ToModel(), settings, cancellation);
        var result = run.Run(cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    private string Text(string parameter, double factor) => string.Create(
        CultureInfo.InvariantCulture, $"({Find(parameter).Value})*{factor:R}");

    private ParameterDescription Find(string parameter) =>
        circuit.Parameters.FirstOrDefault(p => p.Name.ToString() == parameter)
        ?? throw new CatalogueException($"{Name} has no parameter '{parameter}'; it has "
            + string.Join(", ", circuit.Parameters.Select(p => p.Name.ToString())));
}
