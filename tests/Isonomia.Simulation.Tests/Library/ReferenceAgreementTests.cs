using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Reference;
using Isonomia.Simulation.Running;

namespace Isonomia.Simulation.Tests.Library;

/// <summary>
/// The cells of the library, stepped as they ask for, fire when the adaptive reference (error 1e-10 a step, spikes off the
/// grid) says they do.
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
        var reference = ReferenceRun.Of(cell, new ReferenceOptions { Duration = Duration, Dt = dt, Jumps = jumps }).Spikes;

        // A spike waits for the end of its step; steps of finite length then shift later ones. Two steps and 1 % of the time
        // passed cover both; patterns that are chaotic are compared in their first spikes only.
        Assert.True(found.Length > 0 == reference.Count > 0, $"{found.Length} spikes, not {reference.Count}");
        foreach (var (time, expected) in found.Zip(reference).Take(3))
            Assert.Equal(expected, time, (2 * dt) + (0.01 * expected));
    }
}
