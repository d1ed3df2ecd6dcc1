using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Simulation.Sweeping;

/// <summary>
/// Which runs a sweep makes: all combinations of the axes' values (the last axis changes first), or one for each row of
/// a list; each with every seed. Seeds are the same for all combinations, so that these differ by their values and not
/// by chance.
/// </summary>
public sealed record SweepPlan
{
    private const int MostRuns = 1_000_000;

    private SweepPlan(ImmutableArray<SweepAxis> axes, bool isList, ImmutableArray<SweepRun> runs)
    {
        Axes = axes;
        IsList = isList;
        Runs = runs;
    }

    /// <summary>Whether the runs are those of a list, rather than all combinations of the axes' values.</summary>
    public bool IsList { get; }

    /// <summary>What is varied: for a list its columns, each with as many values as there are rows.</summary>
    public ImmutableArray<SweepAxis> Axes { get; }

    /// <summary>The runs, by number.</summary>
    public ImmutableArray<SweepRun> Runs { get; }

    /// <summary>All combinations of the axes' values, or a run for each row where they are a list's columns.</summary>
    /// <param name="axes">The axes.</param>
    /// <param name="isList">Whether the i-th values belong together, rather than all combinations.</param>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">How many seeds: that one and those that follow.</param>
    /// <param name="bag">Takes what is wrong.</param>
    /// <returns>The plan; null where something is wrong.</returns>
    public static SweepPlan? Of(
        ImmutableArray<SweepAxis> axes, bool isList, ulong firstSeed, int seeds, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        foreach (var path in axes.GroupBy(a => a.Path).Where(g => g.Count() > 1).Select(g => g.Key))
            bag.Error(new SourceText(path, "--over"), new TextSpan(0, path.Length), $"'{path}' is varied twice");
        if (axes.Any(a => a.Path == "seed"))
        {
            bag.Error(new SourceText("seed", "--over"), new TextSpan(0, 4), "'seed' is no value of the model",
                "use --seeds N, and --seed for the first of them");
        }

        var combinations = isList ? axes[0].Values.Length : axes.Aggregate(1.0, (n, a) => n * a.Values.Length);
        if (combinations * seeds > MostRuns)
        {
            bag.Error(new SourceText("", "sweep"), default,
                $"found {combinations * seeds:N0} runs where at most {MostRuns:N0} were expected", "take fewer values");
        }

        if (bag.HasErrors)
            return null;
        var runs = ImmutableArray.CreateBuilder<SweepRun>((int)combinations * seeds);
        for (var row = 0; row < (int)combinations; row++)
        {
            var values = isList ? [.. axes.Select(a => a.Values[row])] : Combination(axes, row);
            for (var s = 0; s < seeds; s++)
                runs.Add(new SweepRun(runs.Count + 1, firstSeed + (ulong)s, values));
        }

        return new SweepPlan(axes, isList, runs.MoveToImmutable());
    }

    /// <summary>The runs with given values, one for each seed.</summary>
    /// <param name="places">For each axis the value's place among its values; of a list the row alone.</param>
    public ReadOnlySpan<SweepRun> With(params ReadOnlySpan<int> places)
    {
        var (combination, combinations) = (0, 1);
        for (var a = 0; a < (IsList ? 1 : Axes.Length); a++)
        {
            combination = (combination * Axes[a].Values.Length) + places[a];
            combinations *= Axes[a].Values.Length;
        }

        var seeds = Runs.Length / combinations;
        return Runs.AsSpan(combination * seeds, seeds);
    }

    private static ImmutableArray<SweepValue> Combination(ImmutableArray<SweepAxis> axes, int number)
    {
        var values = new SweepValue[axes.Length];
        for (var a = axes.Length - 1; a >= 0; a--)
            (number, values[a]) = (number / axes[a].Values.Length, axes[a].Values[number % axes[a].Values.Length]);
        return [.. values];
    }
}
