using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Tests.Locating;

public sealed class ModelEvidenceTests
{
    [Fact]
    public void A_prior_that_holds_the_truth_and_is_narrower_has_the_greater_evidence()
    {
        double[] truth = [8, -14, -1, -8, 16, 60, 400, 0.085];
        var observed = Virtual.Observe(truth, 0.05, 40, 7);
        var wide = CorticothalamicModel.Instance;
        ParameterBounds Around(double value, double by) =>
            new(Math.Min(value / by, value * by), Math.Max(value / by, value * by));
        var near = new LimitedModel(wide, [.. truth.Select(v => Around(v, 1.3))], "test");
        // alpha and t0 set wrongly: the peak cannot be where it is.
        var beside = new LimitedModel(
            wide, [.. truth.Select((v, i) => i == 7 ? new ParameterBounds(0.12, 0.14) : Around(v, 1.3))], "test");
        var options = new LocateOptions { WithEvidence = true };
        var found = new SpectralModel[] { wide, near, beside }.Select(m => SpectrumLocator.Locate(m, observed, options)).ToArray();
        Assert.All(found, f => Assert.True(f.Diagnostics.Converged, f.Diagnostics.WhyNot));
        var (whole, right, wrong) = (found[0].Evidence!.Value, found[1].Evidence!.Value, found[2].Evidence!.Value);
        Assert.All([whole, right, wrong], e => Assert.True(e.StandardError < 0.5, $"{e}"));
        // Of eight parameters over limits many times as wide, the data have to pay for the freedom: several nats.
        Assert.True(right.Log > whole.Log + 3, $"{right} {whole}");
        Assert.True(right.Log > wrong.Log + 10, $"{right} {wrong}");
        var probabilities = ModelEvidence.Probabilities([whole, right, wrong]);
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.True(probabilities[1] > 0.9);
    }
}
