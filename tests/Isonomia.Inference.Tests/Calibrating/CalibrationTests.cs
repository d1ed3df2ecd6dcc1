using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Corticothalamic;

namespace Isonomia.Inference.Tests.Calibrating;

public sealed class CalibrationTests
{
    /// <summary>The short form of what <c>locate --calibrate 500</c> shows: through signals, spectra and sampler.</summary>
    [Fact]
    public void Loops_of_individuals_drawn_from_the_prior_are_recovered_from_their_recordings()
    {
        var result = Calibration.Try(CorticothalamicModel.Instance, new CalibrationOptions { Individuals = 4 });
        Assert.True(result.NotConverged <= 2, $"{result.NotConverged} of 4 did not converge");
        foreach (var loop in result.Quantities.Where(q => q.Name is "X" or "Y" or "Z" or "t0"))
        {
            // Of so few truths none may lie wholly outside its posterior.
            Assert.All(loop.Ranks, rank => Assert.InRange(rank, 0.0005, 0.9995));
        }
    }
}
