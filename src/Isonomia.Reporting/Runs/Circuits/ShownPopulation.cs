using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>A population as the circuit describes it and what it did.</summary>
/// <param name="Model">Its description.</param>
/// <param name="Result">What it did; null where its spikes were not recorded.</param>
internal sealed record ShownPopulation(PopulationModel Model, PopulationResult? Result)
{
    // More panels than this make a page that nobody reads; the table has them all.
    private const int MostPanels = 24;

    private readonly Lazy<double[][]> trains = new(() => Result?.Trains() ?? []);

    public string Name => Model.Name;

    public string Look => PopulationLook.Of(Model.Class);

    /// <summary>The spike times of each cell.</summary>
    public double[][] Trains => trains.Value;

    /// <summary>All populations of a circuit, in its order.</summary>
    public static ShownPopulation[] Of(CircuitReportContent content) =>
    [
        .. content.Circuit.Populations.Select(p =>
            new ShownPopulation(p, content.Run.Populations.FirstOrDefault(r => r.Name == p.Name))),
    ];

    /// <summary>Those of whom spikes were recorded, as many as figures have panels for.</summary>
    public static ShownPopulation[] Drawn(IEnumerable<ShownPopulation> populations) =>
        [.. populations.Where(p => p.Result is not null).Take(MostPanels)];

    /// <summary>What is said where some are left out.</summary>
    public static string LeftOut(ShownPopulation[] all)
    {
        var more = all.Count(p => p.Result is not null) - MostPanels;
        return more > 0 ? $" The first {MostPanels} populations; {more} more are in the table." : "";
    }
}
