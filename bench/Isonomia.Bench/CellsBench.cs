using System.Diagnostics;
using System.Runtime.InteropServices;
using Isonomia.Bench.Kernels;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Building;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Bench;

/// <summary>
/// Compiled cells: what a step costs for each cell, beside what one would write by hand, on one thread; and how long
/// compilation takes, first and later. Single precision, the processor's widest vectors. Of the same cells in networks
/// of 4,000, at 0.1 ms and with their synapses, Brian 2 simulates a second in 0.33-0.50 s (COBA) and 4.5-6.2 s
/// (COBAHH).
/// </summary>
internal static unsafe class CellsBench
{
    private const int Small = 4000, Large = 77_168;

    // Traub-Miles kinetics as in COBAHH (Brette et al. 2007, doi:10.1007/s10827-007-0038-6), without synapses.
    private static readonly CellBuilder TraubMiles = new CellBuilder("cobahh")
        .Parameter("Cm", "200 pF").Parameter("gl", "10 nS").Parameter("El", "-60 mV").Parameter("EK", "-90 mV")
        .Parameter("ENa", "50 mV").Parameter("g_na", "20 uS").Parameter("g_kd", "6 uS").Parameter("VT", "-63 mV")
        .Equations("""
            dv/dt = (gl*(El - v) + g_na*m**3*h*(ENa - v) + g_kd*n**4*(EK - v) + I_ext)/Cm : volt
            dm/dt = alpha_m*(1 - m) - beta_m*m : 1
            dn/dt = alpha_n*(1 - n) - beta_n*n : 1
            dh/dt = alpha_h*(1 - h) - beta_h*h : 1
            alpha_m = 1.28/exprel((13*mV - v + VT)/(4*mV))/ms : Hz
            beta_m = 1.4/exprel((v - VT - 40*mV)/(5*mV))/ms : Hz
            alpha_h = 0.128*exp((17*mV - v + VT)/(18*mV))/ms : Hz
            beta_h = 4/(1 + exp((40*mV - v + VT)/(5*mV)))/ms : Hz
            alpha_n = 0.16/exprel((15*mV - v + VT)/(5*mV))/ms : Hz
            beta_n = 0.5*exp((10*mV - v + VT)/(40*mV))/ms : Hz
            """)
        .Threshold("v > -20*mV").Refractory("v > -20*mV").Initial("v", "-60*mV + 5*mV*rand()");

    public static void Run()
    {
        Console.WriteLine("cells: compilation, ms of processor time: resolve, build the step, compile, first step");
        string[] typical =
            ["lif-exponential", "adaptive-exponential", "wang-buzsaki", "hodgkin-huxley", "pinsky-rinzel"];
        foreach (var name in typical)
            Compile(name);
        Console.WriteLine("  the same again, when all that compiles has run once:");
        foreach (var name in typical)
            Compile(name);

        foreach (var cells in new[] { Small, Large })
        {
            Console.WriteLine($"cells: ns a step and cell, {cells} cells, 1 thread");
            var arrays = Enumerable.Range(0, 6).Select(_ => Numbers(cells)).ToArray();
            fixed (int* spikes = new int[cells])
            {
                var list = (nint)spikes;
                var leaky = new HandWrittenLeaky(arrays);
                Set(arrays, cells, -65e-3f, 0, 0.38e-9f);
                Compare("leaky, exponential currents", cells,
                    Library("lif-exponential", IntegrationMethod.Auto), 1e-4, 0.38e-9,
                    () => leaky.Step(cells, (int*)list));
                var coba = new HandWrittenConductance(arrays);
                Set(arrays, cells, -60e-3f, 0, 0.11e-9f);
                Compare("leaky, conductances, Euler", cells,
                    Library("lif-conductance", IntegrationMethod.Euler), 1e-4, 0.11e-9,
                    () => coba.Step(cells, (int*)list), 0.33);
                var gates = new HandWrittenHodgkinHuxley(arrays);
                Set(arrays, cells, -60e-3f, 0, 0.2e-9f);
                Compare("Hodgkin-Huxley, exponential Euler", cells,
                    TraubMiles.Integrator(IntegrationMethod.ExponentialEuler).Describe().ToModel(), 5e-5, 0.2e-9,
                    () => gates.Step(cells, (int*)list), 4.5);
            }

            foreach (var name in ModelLibrary.Names.Where(n => n.StartsWith("cells/")))
            {
                var model = ((CellDescription)ModelFile.Find(name)).ToModel();
                Console.WriteLine($"  {name}: {Nanoseconds(Made(model, cells, model.Dt ?? 1e-4, 0), cells):0.000}");
            }
        }
    }

    private static CellModel Library(string name, IntegrationMethod method) =>
        ((CellDescription)ModelFile.Find(name)).ToModel() with { Integrator = method };

    private static void Compile(string name)
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var model = ((CellDescription)ModelFile.Find(name)).ToModel();
        var resolved = Lap(ref cpu);
        var step = StepBuilder.Build(model);
        var built = Lap(ref cpu);
        var code = CompiledCell.Compile(model, step, new CompileSettings());
        var compiled = Lap(ref cpu);
        new Population(code, 1000, new PopulationSettings { Dt = 1e-5 }).Step(0, new int[1000]);
        Console.WriteLine($"  {name}: {resolved:0.0}, {built:0.0}, {compiled:0.0}, {Lap(ref cpu):0.0}; "
            + $"{clock.Elapsed.TotalMilliseconds:0} by the clock");
    }

    private static double Lap(ref TimeSpan since)
    {
        var before = since;
        since = Environment.CpuUsage.TotalTime;
        return (since - before).TotalMilliseconds;
    }

    private static void Compare(
        string what, int cells, CellModel model, double dt, double input, Func<int> byHand, double? brian = null)
    {
        var compiled = Nanoseconds(Made(model, cells, dt, input), cells);
        var hand = Best(() => byHand(), cells);
        Console.WriteLine($"  {what}: {compiled:0.000}; by hand {hand:0.000}: {compiled / hand:0.00} of it; "
            + $"{compiled * cells / dt * 1e-9:0.000} s a simulated second at {dt * 1e3} ms"
            + (brian is { } peer && cells == Small ? $"; Brian 2 with synapses at 0.1 ms {peer} s" : ""));
    }

    private static Population Made(CellModel model, int cells, double dt, double input)
    {
        var population = Population.Create(model, StepBuilder.Build(model), cells, new PopulationSettings
        {
            Dt = dt,
            Inputs = input > 0 ? ["I_ext"] : [],
        });
        for (var cell = 0; input > 0 && cell < cells; cell++)
            population.SetInput("I_ext", cell, Spread(input, cell));
        return population;
    }

    // Cells spike apart from each other: their inputs differ by up to a tenth.
    private static double Spread(double input, int cell) => input * (1 + (cell * 7919 % 1000 * 1e-4));

    private static double Nanoseconds(Population population, int cells)
    {
        var (spikes, step) = (new int[cells], 0L);
        return Best(() => population.Step(step++, spikes), cells);
    }

    // The best of many short rounds: other work on the machine comes in longer stretches.
    private static double Best(Action step, int cells)
    {
        var steps = Math.Max(2, 400_000 / cells);
        var best = double.PositiveInfinity;
        for (var round = 0; round < 150; round++)
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < steps; i++)
                step();
            best = Math.Min(best, clock.Elapsed.TotalSeconds / steps / cells * 1e9);
        }

        return best;
    }

    private static nint Numbers(int cells) =>
        (nint)NativeMemory.AlignedAlloc((nuint)((cells + 64) * sizeof(float)), 64);

    private static void Set(nint[] arrays, int cells, float v, float others, float input)
    {
        for (var i = 0; i < cells; i++)
        {
            ((float*)arrays[0])[i] = v;
            ((float*)arrays[1])[i] = ((float*)arrays[2])[i] = ((float*)arrays[4])[i] = others;
            ((int*)arrays[3])[i] = 0;
            ((float*)arrays[5])[i] = (float)Spread(input, i);
        }
    }
}
