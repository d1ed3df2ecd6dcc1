using System.Globalization;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Units;

namespace Isonomia.Cli;

/// <summary>A circuit for the terminal.</summary>
internal static class CircuitPage
{
    public static void Print(TextWriter output, CircuitDescription description, CircuitModel circuit)
    {
        ModelPage.PrintHead(output, "circuit", description);
        ModelPage.PrintParameters(output, description);
        output.WriteLine($"\n{Time(circuit.Duration)} in steps of {Time(circuit.Dt)}\n");
        var cells = new TextTable("population", "cells", "class", "layer", "model", "receptors");
        foreach (var population in circuit.Populations)
        {
            cells.Add(population.Name, $"{population.Size:N0}", population.Class ?? "-", population.Layer ?? "-",
                population.Cell?.Name ?? "spikes",
                string.Join(", ", population.Arrivals.Select(a => a.Name)
                    .Concat(population.Graded.Select(g => g.Name))));
        }

        cells.Print(output);
        if (!circuit.Projections.IsEmpty)
        {
            output.WriteLine();
            var table = new TextTable("projection", "rule", "synapses", "weight", "delay");
            foreach (var projection in circuit.Projections)
            {
                var port = circuit.Populations[projection.Target];
                var weight = port.Arrivals.FirstOrDefault(a => a.Name == projection.Port)?.Weight
                    ?? port.Graded.First(g => g.Name == projection.Port).Weight;
                table.Add(projection.Name, Rule(projection.Rule), Number(projection, circuit),
                    Value(projection.Weight, weight), Value(projection.Delay, Dimension.Time));
            }

            table.Print(output);
        }

        foreach (var stimulus in circuit.Stimuli)
        {
            var of = stimulus.Rate is null ? $"{stimulus.Times.Length:N0} spikes"
                : stimulus.Rate.Operands.IsEmpty && stimulus.Rate.Name.Length == 0
                    ? $"{new Quantity(stimulus.Rate.Value, Dimension.Frequency)} for each cell"
                    : "a rate that changes";
            output.WriteLine($"\nstimulus {stimulus.Name}: {of}");
        }

        ModelPage.PrintVariants(output, description);
    }

    /// <summary>
    /// How many synapses a projection has; the mean where they are drawn, null where it is not known.
    /// </summary>
    public static double? Synapses(ProjectionModel projection, CircuitModel circuit)
    {
        double sources = circuit.Populations[projection.Source].Size;
        double targets = circuit.Populations[projection.Target].Size;
        var pairs = (sources * targets)
            - (projection.Source == projection.Target && !projection.Autapses ? sources : 0);
        return projection.Rule switch
        {
            ConnectionRule.InDegree d => d.Count * targets,
            ConnectionRule.OutDegree d => d.Count * sources,
            ConnectionRule.TotalNumber n => n.Count,
            ConnectionRule.Probability p => p.Value * pairs,
            ConnectionRule.AllToAll => pairs,
            ConnectionRule.OneToOne => targets,
            ConnectionRule.Listed l => l.Sources.Length,
            _ => null,
        };
    }

    private static string Number(ProjectionModel projection, CircuitModel circuit) =>
        Synapses(projection, circuit) is not { } number ? "-"
            : projection.Rule is ConnectionRule.Probability ? $"about {number:N0}"
            : $"{number:N0}";

    private static string Rule(ConnectionRule rule) => rule switch
    {
        ConnectionRule.InDegree d => $"in-degree {d.Count:N0}",
        ConnectionRule.OutDegree d => $"out-degree {d.Count:N0}",
        ConnectionRule.TotalNumber => "total number",
        ConnectionRule.Probability p => $"probability {p.Value.ToString("0.####", CultureInfo.InvariantCulture)}",
        ConnectionRule.AllToAll => "all to all",
        ConnectionRule.OneToOne => "one to one",
        ConnectionRule.Distance d => $"{d.Kernel.ToString().ToLowerInvariant()} of distance",
        _ => "listed",
    };

    private static string Value(SynapticValue value, Dimension dimension) => value switch
    {
        SynapticValue.Constant c => Short(c.Value, dimension),
        SynapticValue.Normal n => $"{Short(n.Mean, dimension)} +- {Short(n.StandardDeviation, dimension)}",
        SynapticValue.LogNormal l => $"{Short(l.Median, dimension)} (log-normal)",
        SynapticValue.Uniform u => $"{Short(u.Low, dimension)} to {Short(u.High, dimension)}",
        SynapticValue.OfDistance d => $"{Short(d.Low, dimension)} to {Short(d.High, dimension)} by distance",
        SynapticValue.Conduction c => $"{Short(c.Offset, dimension)} + distance/({c.Velocity} m/s)",
        _ => "-",
    };

    private static string Time(double seconds) => Short(seconds, Dimension.Time);

    // Four digits are enough to look at.
    private static string Short(double value, Dimension dimension) =>
        new Quantity(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            dimension)
            .ToString();
}
