using System.Numerics;
using Isonomia.Modeling.Description;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class CorticothalamicTests
{
    private static readonly FieldSpectra spectra = new(ModelFile.ReadField("corticothalamic"));

    // Computed by others from the closed form of Robinson et al. 2002 with modes and volume conduction. They are
    // met to 5e-4, and why not closer is not known; the fourth digit of a gain moves the resonance at 9 Hz by 6e-4, which
    // is accepted. Five decimals are given.
    [Fact]
    public void Its_spectrum_is_that_of_the_published_parameters()
    {
        double[] frequencies = [10, 1, 2, 4, 6, 8, 9, 11, 12, 15, 20, 30, 40];
        double[] expected =
            [1, 2.19843, .69208, .29410, .32279, 1.20431, 2.77347, .44834, .24667, .14249, .16924, .02838, .00600];
        var density = new double[frequencies.Length];
        Assert.True(spectra.Density([], frequencies, density));
        for (var f = 0; f < frequencies.Length; f++)
            Assert.Equal(expected[f], density[f] / density[0], Math.Max(6e-4 * expected[f], 1e-5));
    }

    // The same closed form, written out here with the gains at the resting state; the noise enters as phi_n does.
    [Fact]
    public void Its_spectrum_is_the_closed_form_of_its_gains()
    {
        double[] frequencies = [0.5, 1, 4, 9, 11, 20, 45, 90];
        var density = new double[frequencies.Length];
        Assert.True(spectra.Density([], frequencies, density));
        double[] v = [.. new[] { "V_e", "V_r", "V_s" }.Select(State)];
        for (var f = 0; f < frequencies.Length; f++)
            Assert.Equal(1, density[f] / ClosedForm(frequencies[f], v), 1e-9);
    }

    // Wave numbers in two equations differ in two rows: each mode is then computed by itself.
    [Fact]
    public void Modes_that_differ_in_several_equations_add_up_too()
    {
        double[] frequencies = [1, 10];
        double[][] found = [.. new[] { "0", "k2*1e-9*metre**2" }.Select(small =>
        {
            var density = new double[2];
            Assert.True(new FieldSpectra(FieldText.Parse($"""
                field: sheet
                parameters: [tau: 10 ms, r: 0.1 metre, k2: 0 metre**-2, noise: 1 second**0.5]
                equations: |
                  dE/dt = (-E*(1 + k2*r**2) - I + noise*xi)/tau : 1
                  dI/dt = (-I*(1 + {small}) + E)/tau : 1
                output: E
                modes: [over: k2, side: 0.5*metre, largest: 3, weight: 1]
                """.Replace("[", "{").Replace("]", "}"))).Density([], frequencies, density));
            return density;
        })];
        Assert.Equal(found[0][0], found[1][0], 1e-6 * found[0][0]);
        Assert.Equal(found[0][1], found[1][1], 1e-6 * found[0][1]);
    }

    [Fact]
    public void It_rests_at_the_published_firing_rates()
    {
        Assert.True(spectra.Settle([]));
        Assert.Equal(5.24836, State("phi_e"), 1e-4);
    }

    [Fact]
    public void It_is_stable_and_its_alpha_rhythm_is_a_weakly_damped_oscillation()
    {
        Assert.True(spectra.Settle([]));
        Assert.True(spectra.Stability().IsStable);
        var alpha = CharacteristicRoots.Rightmost(spectra.Linear, 3)
            .First(r => r.Imaginary > 0);
        Assert.InRange(alpha.Imaginary / (2 * Math.PI), 8.5, 9.5);
        Assert.InRange(alpha.Real, -10, 0);
    }

    // A cortex that excites itself too much leaves rest; so says the winding, and so do the roots.
    [Fact]
    public void The_winding_counts_the_unstable_roots()
    {
        var functions = new RegionFunctions(spectra.Model, "nu_se", "nu_ee");
        Assert.True(spectra.Settle([]));
        foreach (var (se, ee) in new[] { (3.4e-3, 1.5e-3), (3.4e-3, 3e-3), (6e-3, 1.5e-3), (12e-3, 1.5e-3) })
        {
            var linear = functions.Linearise([se, ee], spectra.States);
            var roots = CharacteristicRoots.Rightmost(linear, 12);
            var unstable = roots.Where(r => r.Real > 0).Sum(r => r.Imaginary > 0 ? 2 : 1);
            Assert.Equal(unstable, new UnstableRoots(functions.States.Length).Count(linear));
        }
    }

    // Where the closed form's root stands on the imaginary axis was found by Newton's method in another language: at
    // nu_se = 1.977266 mV s, with 2.970499 Hz. Within a thousandth of it rest is stable below and lost above.
    [Fact]
    public void The_absence_state_loses_stability_to_an_oscillation_of_three_hertz()
    {
        var absence = new FieldSpectra(ModelFile.ReadField("corticothalamic:absence"), "nu_se");
        Assert.True(absence.Settle([1.977266e-3 * 0.999]));
        Assert.True(absence.Stability().IsStable);
        Assert.Equal(2.9705, absence.Stability().FrequencyHz, 2e-3);
        absence.Settle([1.977266e-3 * 1.001]);
        Assert.Equal(2, new UnstableRoots(absence.States.Length).Count(absence.Linear));
    }

    // Past it, in time and without noise: the oscillation neither dies nor grows (within 1 % from one stretch to another),
    // and its frequency is near that of the onset, from which the nonlinear cycle may differ by some percent.
    [Fact]
    public void Beyond_it_the_absence_state_oscillates_at_three_hertz_for_good()
    {
        var run = new FieldRun(ModelFile.ReadField("corticothalamic:absence"), new FieldRunSettings
        {
            Duration = 20,
            Dt = 1e-4,
            Every = 2e-3,
            Regional = FieldRunSettings.None.Add("nu_se", [2.2e-3]).Add("noise", [0]),
        }).Run();
        double[] trace = run.Probes[0].Trace(0), middle = trace[5000..7500], end = trace[7500..10000];
        Assert.True(end.Max() - end.Min() > 1);
        Assert.Equal(1, (end.Max() - end.Min()) / (middle.Max() - middle.Min()), 0.01);
        int[] rises = [.. Enumerable.Range(1, end.Length - 1).Where(i => end[i - 1] < 3.4 && end[i] >= 3.4)];
        Assert.Equal(2.97, (rises.Length - 1) / ((rises[^1] - rises[0]) * 2e-3), 0.15);
    }

    private static double State(string name) =>
        spectra.States[spectra.Model.Region.Equations.States.ToList().FindIndex(s => s.Name == name)];

    private static double ClosedForm(double f, double[] v)
    {
        const double alpha = 83.333, beta = 769.231, gamma = 116, range = 0.086, t0 = 0.08496, side = 0.5, noise = 1e-3;
        var rho = Array.ConvertAll(v, x =>
        {
            var q = 340 / (1 + Math.Exp((12.92e-3 - x) / 3.8e-3));
            return q / 3.8e-3 * (1 - (q / 340));
        });
        var (ee, ei, es) = (rho[0] * 1.525377e-3, rho[0] * -3.022754e-3, rho[0] * 0.567478e-3);
        var (re, rs) = (rho[1] * 0.169590e-3, rho[1] * 0.050700e-3);
        var (se, sr, sn) = (rho[2] * 3.447358e-3, rho[2] * -1.465129e-3, rho[2] * 3.593330e-3);
        var s = new Complex(0, 2 * Math.PI * f);
        var l = 1 / ((1 + (s / alpha)) * (1 + (s / beta)));
        var thalamus = 1 - (sr * rs * l * l);
        var loop = ((es * se * l * l) + (es * sr * re * l * l * l)) * Complex.Exp(-s * t0) / thalamus;
        var q2 = ((1 + (s / gamma)) * (1 + (s / gamma))) - (((ee * l) + loop) / (1 - (ei * l)));
        var transfer = es * sn * l * l * Complex.Exp(-s * t0 / 2) / ((1 - (ei * l)) * thalamus);
        var sum = 0.0;
        for (var m = -4; m <= 4; m++)
        {
            for (var n = -4; n <= 4; n++)
            {
                var k2 = Math.Pow(2 * Math.PI / side, 2) * ((m * m) + (n * n));
                sum += Math.Exp(-k2 / 100) * Math.Pow((transfer / ((k2 * range * range) + q2)).Magnitude, 2);
            }
        }

        return 2 * noise * noise * sum;
    }
}
