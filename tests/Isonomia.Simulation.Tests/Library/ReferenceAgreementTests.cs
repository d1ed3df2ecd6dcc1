using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Reference;
using Isonomia.Simulation.Running;

namespace Isonomia.Simulation.Tests.Library;

/// <summary>
/// The cells of the library, stepped as they ask for, fire when the adaptive reference (error 1e-10 a step, spikes off
/// the grid) says they do.
/// </summary>
public class ReferenceAgreementTests
{
    private const double Duration = 0.2;

    public static TheoryData<string> Cells =>
    [
        .. ModelLibrary.Names.Where(n => n.StartsWith("cells/")).SelectMany(n =>
            ModelLibrary.Find(n).Variants.Where(v => v.Integrator is null).Select(v => $"{n}:{v.Name}").Prepend(n)),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_first_spikes_come_when_the_adaptive_reference_says(string name)
    {
        var model = ModelFile.ReadCell(name);
        var cell = ModelTestCell.WithInput(model, model.Input!);
        var dt = model.Dt ?? 1e-4;
        var run = new CellRun(cell, new CellRunSettings { Duration = Duration, Dt = dt, Precision = Precision.Double });
        var found = run.Run(null, TestContext.Current.CancellationToken).Populations[0].SpikeTimes;

        // Pulses of input are not stepped over.
        var jumps = Enumerable.Range(1, 199).Select(i => i * 1e-3).ToImmutableArray();
        var reference = ReferenceRun.Of(cell,
            new ReferenceOptions { Duration = Duration, Dt = dt, Jumps = jumps }).Spikes;

        // A spike waits for the end of its step; steps of finite length then shift later ones. Two steps and 1 % of the
        // time passed cover both; patterns that are chaotic are compared in their first spikes only.
        Assert.True(found.Length > 0 == reference.Count > 0, $"{found.Length} spikes, not {reference.Count}");
        foreach (var (time, expected) in found.Zip(reference).Take(3))
            Assert.Equal(expected, time, (2 * dt) + (0.01 * expected));
    }

    // An independent program with forward Euler steps of 0.02 ms counted 30.6, 56.2 and 180.6 Hz. The reference says
    // that those
    // steps are too long: converged rates are 32.2, 59.7 and 189.7 Hz.
    [Theory]
    [InlineData("0.5 uA/cm**2", 30.6, 32.2)]
    [InlineData("1 uA/cm**2", 56.2, 59.7)]
    [InlineData("5 uA/cm**2", 180.6, 189.7)]
    public void Wang_buzsaki_fires_five_percent_slower_by_euler_steps_of_20_us_than_in_truth(string input,
        double euler, double truth)
    {
        var model = Assert.IsType<CellDescription>(
            ModelFile.Find("wang-buzsaki")) with
        { Input = new ModelText(input, "input") };
        var cell = ModelTestCell.WithInput(model.ToModel(), model.ToModel().Input!);
        var steps = new CellRunSettings
        {
            Duration = 2,
            Dt = 2e-5,
            Integrator = IntegrationMethod.Euler,
            Precision = Precision.Double
        };
        var found = new CellRun(cell, steps).Run(null, TestContext.Current.CancellationToken).Populations[0].SpikeTimes;
        var reference = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 1, Tolerance = 1e-8 }).Spikes;

        // Rates from the last interval, so that the onset does not count; to the digits given.
        Assert.Equal(euler, 1 / (found[^1] - found[^2]), 0.004 * euler);
        Assert.Equal(truth, 1 / (reference[^1] - reference[^2]), 0.002 * truth);
    }
}
