using Isonomia.Modeling.Fields;
using Isonomia.Numerics.Spectra;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class LileyTests
{
    // An independent program in Python (classical Runge-Kutta, 0.1 ms) has -64.735864 and -65.654544 mV after 50.1 and
    // 100 ms; Heun's step of 0.02 ms differs by less than 1 uV, and courses part at 4/s, too slowly to matter so early.
    [Fact]
    public void Its_course_is_that_of_an_independent_program()
    {
        var trace = Trace(Model(), 0.12, 0.02e-3, 0.1e-3);
        Assert.Equal(-64.735864e-3, trace[501], 2e-6);
        Assert.Equal(-65.654544e-3, trace[1000], 2e-6);
    }

    // Dafilis et al. 2009 report chaos at these parameters. The program in Python has an exponent of 3.6/s over 10 s, from
    // two neighbouring courses; ten seconds of chaos leave it uncertain by about one.
    [Fact]
    public void At_the_published_parameters_neighbouring_courses_part()
    {
        var exponent = LyapunovExponent.Of(new RegionFunctions(Model()), [], 20, 2, 1e-4);
        Assert.InRange(exponent, 2, 6);
    }

    // The largest peak of the Python program's course of 10 s is at 9.9 Hz; Liley et al. 2002 call it the alpha rhythm.
    [Fact]
    public void Its_chaos_has_the_frequency_of_the_alpha_rhythm()
    {
        var trace = Trace(Model(), 22, 1e-4, 1e-3)[2000..];
        var spectrum = Welch.Estimate(trace, 1000, new WelchOptions(4000, 2000));
        var density = spectrum.Density.ToArray();
        Assert.InRange(spectrum.Frequencies[Array.IndexOf(density, density.Max())], 8, 13);
    }

    // At rest a wave of uniform activity carries what local fibres would; away from rest its lag counts.
    [Fact]
    public void Long_range_fibres_move_no_resting_state_and_change_how_it_is_left()
    {
        var local = Resting("p_ee=0 Hz");
        var distant = Resting("p_ee=0 Hz", "N_ee=1034", "M_ee=2000");
        for (var i = 0; i < local.States.Length; i++)
            Assert.Equal(local.States[i], distant.States[i], 1e-9 * (1 + Math.Abs(local.States[i])));
        Assert.NotEqual(local.Margin, distant.Margin, 1e-2);

        // A wave that is damped in 0.1 ms, not 7, is 1/70 as far from local fibres: 0.003 of a margin that moved by 0.18.
        var functions = new RegionFunctions(Model("p_ee=0 Hz", "N_ee=1034", "M_ee=2000"), "damping");
        Assert.Equal(local.Margin, -CharacteristicRoots.Rightmost(functions.Linearise([2e4], distant.States))[0].Real, 1e-2);
    }

    private static (double[] States, double Margin) Resting(params string[] settings)
    {
        var spectra = new FieldSpectra(Model(settings));
        Assert.True(spectra.Settle([]));
        return ([.. spectra.States], -CharacteristicRoots.Rightmost(spectra.Linear)[0].Real);
    }

    private static double[] Trace(FieldModel model, double duration, double dt, double every) =>
        [.. new FieldRun(model, new FieldRunSettings { Duration = duration, Dt = dt, Every = every }).Run().Probes[0].Trace(0)];

    private static FieldModel Model(params string[] settings) => FieldText.With("liley", settings);
}
