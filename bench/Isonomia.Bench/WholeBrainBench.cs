using System.Diagnostics;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Fields.Networks;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Bench;

/// <summary>
/// Columns of Jansen and Rit in 76 regions with conduction delays, steps of 0.1 ms: seconds of wall clock and of processor
/// a simulated second. The connectome is made up (a quarter of the pairs, tracts of up to 150 mm, 3 m/s), as sparse as
/// that of The Virtual Brain; ISONOMIA_SHARED_DATA, where it is set and has that, names it instead.
/// </summary>
internal static class WholeBrainBench
{
    private const double Simulated = 5;
    private const double Dt = 1e-4;
    private const int Made = 76;

    public static void Run()
    {
        var brain = Brain(out var origin);
        var (wall, busy) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < 4; round++)
        {
            var run = new FieldRun(Jansen(), new FieldRunSettings
            {
                Duration = Simulated,
                Dt = Dt,
                Every = 1e-3,
                Connectome = brain,
                Speed = 3,
                Seed = 1,
            });
            var before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            run.Run();
            wall = Math.Min(wall, clock.Elapsed.TotalSeconds / Simulated);
            busy = Math.Min(busy, (Environment.CpuUsage.TotalTime - before).TotalSeconds / Simulated);
        }

        var nanoseconds = busy * Dt / brain.Regions * 1e9;
        Console.WriteLine($"brain: jansen-rit, {brain.Regions} regions ({origin}), {brain.Weights.Count(w => w != 0)} tracts "
            + $"at 3 m/s, 0.1 ms: real-time factor {wall:0.000}, {busy:0.000} s of processor time a simulated second, "
            + $"{nanoseconds:0} ns a region and step (best of four)");
    }

    private static Modeling.Fields.FieldModel Jansen()
    {
        var bag = new Modeling.Diagnostics.DiagnosticBag();
        var field = (FieldDescription)ModelFile.Find("jansen-rit");
        field = SettingPath.Apply(field, "K", "0.02", bag);
        field = SettingPath.Apply(field, "noise", "2 Hz**0.5", bag);
        bag.ThrowIfErrors();
        return field.ToModel();
    }

    private static Connectome Brain(out string origin)
    {
        var shared = Environment.GetEnvironmentVariable("ISONOMIA_SHARED_DATA");
        var file = shared is null ? null : Path.Combine(shared, "connectomes", "tvb", "connectivity_76.zip");
        if (File.Exists(file))
        {
            origin = "The Virtual Brain's";
            return ConnectomeFile.Read(file);
        }

        origin = "made up";
        var random = new Random(1);
        var (weights, lengths) = (new double[Made * Made], new double[Made * Made]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (i / Made != i % Made && random.NextDouble() < 0.27)
                (weights[i], lengths[i]) = (random.Next(1, 4), 0.15 * random.NextDouble());
        }

        return new Connectome([.. weights], [.. lengths], [.. Enumerable.Range(1, Made).Select(i => $"region {i}")]);
    }
}
