using System.Diagnostics;
using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Coupling;

namespace Isonomia.Bench;

/// <summary>
/// Graded sums over sources in each of their forms, on one thread and in single precision: microseconds a step and
/// nanoseconds an edge.
/// </summary>
internal static class CouplingBench
{
    private static readonly PopulationSpace Circle =
        new(SpaceKind.Ring, 2 * Math.PI, 0, 0, Periodic: true, IsRandom: false);

    public static void Run()
    {
        Console.WriteLine("coupling: us a step, ns an edge, 1 thread");
        foreach (var cells in new[] { 256, 2048 })
        {
            foreach (var form in new[] { GradedForm.Uniform, GradedForm.Ring, GradedForm.Dense })
                Measure($"each to each, {cells} cells", form, cells, cells);
        }

        foreach (var degree in new[] { 10, 100, 1000 })
            Measure($"in-degree {degree}, 10,000 cells", GradedForm.Sparse, 10_000, degree);
    }

    private static uint Bits(int target, int edge) => Philox4x32.Block(1, 2, (uint)target, (uint)edge, 3, 4).X0;

    private static void Measure(string what, GradedForm form, int cells, int degree)
    {
        var projection = new ProjectionModel
        {
            Name = "bench",
            Source = 0,
            Target = 0,
            Port = "s",
            Rule = form == GradedForm.Sparse ? new ConnectionRule.InDegree(degree) : new ConnectionRule.AllToAll(),
            Weight = form == GradedForm.Uniform
                ? new SynapticValue.Constant(1)
                : new SynapticValue.OfDistance(DistanceKernel.Gaussian, 0, 1, 0.3),
            Delay = new SynapticValue.Constant(1e-3),
        };
        var population = new PopulationModel { Name = "cells", Size = cells, Space = Circle };
        var stream = new RandomStream(1, "bench");
        var coupling = GradedCoupling<float>.Create(form, projection, population, population, (first, end, receive) =>
        {
            for (var target = first; target < end; target++)
            {
                var sources = new int[degree];
                for (var e = 0; e < degree; e++)
                    sources[e] = degree == cells ? e : (int)(Bits(target, e) % cells);
                receive(sources, Enumerable.Repeat(target, degree).ToArray(), Enumerable.Repeat(0.5, degree).ToArray());
            }
        });
        var values = Enumerable.Range(0, cells).Select(_ => (float)stream.Uniform()).ToArray();
        var targets = new float[cells];
        var best = double.PositiveInfinity;
        // Long enough that the runtime has replaced its first, unoptimised code.
        var whole = Stopwatch.StartNew();
        while (whole.ElapsedMilliseconds < 700)
        {
            var clock = Stopwatch.StartNew();
            coupling.Prepare(values, 0, 1);
            coupling.AddTo(0, targets);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"  {what}, {form}: {best * 1e6:0.0}; {best / coupling.Edges * 1e9:0.000}");
    }
}
