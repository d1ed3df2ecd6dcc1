using System.Diagnostics;
using Isonomia.Modeling.Description;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Bench;

/// <summary>
/// A spectrum of the corticothalamic field with nine parameters changed each time: fixed point, stability by winding,
/// 15 spatial modes, 80 frequencies. BrainTrak (MATLAB) takes about 10 s for a posterior of one spectrum.
/// </summary>
internal static class FieldsBench
{
    public static void Run()
    {
        string[] parameters = ["nu_ee", "nu_ei", "nu_es", "nu_se", "nu_sr", "nu_re", "alpha", "beta", "t0"];
        var spectra = new FieldSpectra(ModelFile.ReadField("corticothalamic"), parameters);
        double[] frequencies = [.. Enumerable.Range(1, 80).Select(i => i * 0.5)];
        var density = new double[80];
        var values = spectra.Defaults.ToArray();
        Time("spectrum with modes", () => spectra.Density(values, frequencies, density));
        Time("resting state and stability", () => spectra.Settle(values));

        void Time(string what, Func<bool> call)
        {
            const int times = 1000;
            var best = double.PositiveInfinity;
            for (var round = 0; round < 4; round++)
            {
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < times; i++)
                {
                    values[3] = spectra.Defaults[3] * (1 + (1e-4 * (i % 100)));
                    call();
                }

                best = Math.Min(best, clock.Elapsed.TotalMilliseconds / times);
            }

            Console.WriteLine($"fields: corticothalamic {what}: {best:F3} ms");
        }
    }
}
