using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Fields;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Inference.Tests.Locating;
using Isonomia.Modeling.Description;

namespace Isonomia.Inference.Tests.Fields;

public sealed class FieldSpectralModelTests
{
    private static readonly FieldSpectralModel Field = new(ModelFile.ReadField("corticothalamic"),
        new Dictionary<string, (double, double)>(StringComparer.Ordinal)
        {
            ["nu_se"] = (2.5e-3, 4e-3), ["alpha"] = (60, 100), ["t0"] = (0.075, 0.1),
        }, "the library");

    /// <summary>The nonlinear field, linearised from its equations where it rests, against the closed form of the papers.
    /// The rates of the closed form are given to six digits; near the alpha peak that is worth 1e-3.</summary>
    [Fact]
    public void The_field_of_the_library_has_the_spectrum_of_the_closed_form()
    {
        var known = CorticothalamicSteadyState.EyesClosed;
        var power = new double[Virtual.Grid.Count];
        var order = Field.Parameters.Select(p => p.Name switch
        {
            "alpha" => known.Alpha, "t0" => known.Delay, _ => 3.447358e-3,
        }).ToArray();
        Assert.True(Field.On(Virtual.Grid).TryEvaluate(order, power, withGradient: false));
        var closed = new CorticothalamicField(known);
        var scale = power[40] / closed.Spectrum(Virtual.Grid[40]);
        for (var i = 0; i < power.Length; i++)
            Assert.Equal(1, power[i] / scale / closed.Spectrum(Virtual.Grid[i]), 2e-3);
        Assert.Equal(CharacteristicRoots.Rightmost(known).Margin, Field.StabilityOf(order).Margin, 0.05);
    }

    [Fact]
    public void What_a_field_does_not_have_cannot_be_inferred()
    {
        var field = ModelFile.ReadField("corticothalamic");
        var error = Assert.Throws<LocatingException>(() => new FieldSpectralModel(field,
            new Dictionary<string, (double, double)>(StringComparer.Ordinal) { ["nu_xx"] = (0, 1) }, ""));
        Assert.Contains("nu_xx", error.Message);
    }

    [Fact]
    public void Its_slopes_pull_as_differences_do()
    {
        var evaluation = Field.On(Virtual.Grid);
        var (power, gradient, weights) = (new double[Virtual.Grid.Count], new double[3], new double[Virtual.Grid.Count]);
        Array.Fill(weights, 1);
        double[] at = [.. Field.Parameters.Select(p => (p.Low + p.High) / 2)];
        Assert.True(evaluation.TryEvaluate(at, power, withGradient: true));
        evaluation.Pull(weights, gradient);
        for (var i = 0; i < 3; i++)
        {
            var moved = at.ToArray();
            var step = 1e-3 * (Field.Parameters[i].High - Field.Parameters[i].Low);
            moved[i] += step;
            var ahead = new double[Virtual.Grid.Count];
            Assert.True(evaluation.TryEvaluate(moved, ahead, withGradient: false));
            Assert.Equal((ahead.Sum() - power.Sum()) / step, gradient[i], 0.05 * Math.Abs(gradient[i]));
        }
    }
}
