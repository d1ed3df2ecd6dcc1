using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Tests.Locating;
using Isonomia.Inference.Tracking;

namespace Isonomia.Inference.Tests.Tracking;

public sealed class SpectrumTrackerTests
{
    private static readonly CorticothalamicGains Before = new(8, -14, 16, -8, -1, 60, 400, 0.085);

    // The corticothalamic loop halves its direct part: Y falls from 0.27 to 0.04.
    private static readonly CorticothalamicGains After = Before with { Ese = 9.2 };

    [Fact]
    public void A_state_that_changes_is_followed_and_one_that_stays_is_not_lost()
    {
        var tracker = new SpectrumTracker(CorticothalamicModel.Instance, new TrackOptions { Seed = 3 });
        for (var window = 0; window < 12; window++)
        {
            var truth = window < 6 ? Before : After;
            var found = tracker.Next(Virtual.Observe(truth.ToParameters(), 0.05, 15, 40 + window));
            Assert.True(found.Diagnostics.Converged, $"window {window}: {found.Diagnostics.WhyNot}");
            var y = found.Coordinate(1);
            // Twelve windows: one beyond three deviations would be a rare accident; four are allowed for small populations.
            Assert.InRange(truth.Y, y.Median - (4 * y.Sd), y.Median + (4 * y.Sd));
        }
    }

    [Fact]
    public void A_followed_window_has_the_posterior_that_locating_it_alone_has()
    {
        var tracker = new SpectrumTracker(CorticothalamicModel.Instance, new TrackOptions { Seed = 4 });
        tracker.Next(Virtual.Observe(Before.ToParameters(), 0.05, 20, 1));
        var observed = Virtual.Observe(After.ToParameters(), 0.05, 20, 2);
        var followed = tracker.Next(observed);
        var alone = SpectrumLocator.Locate(CorticothalamicModel.Instance, observed, new LocateOptions());
        for (var i = 0; i < 3; i++)
        {
            var (one, other) = (followed.Coordinate(i), alone.Coordinate(i));
            // 320 particles know a mean to some 0.08 of a deviation, and the deviation to a tenth.
            Assert.Equal(other.Mean, one.Mean, 0.35 * other.Sd);
            Assert.InRange(one.Sd / other.Sd, 0.7, 1.4);
        }
    }

    [Fact]
    public void What_is_found_does_not_depend_on_the_number_of_threads()
    {
        double[][] Follow(int threads)
        {
            var tracker = new SpectrumTracker(CorticothalamicModel.Instance, new TrackOptions { Threads = threads, Particles = 40 });
            tracker.Next(Virtual.Observe(Before.ToParameters(), 0.05, 15, 1));
            return tracker.Next(Virtual.Observe(After.ToParameters(), 0.05, 15, 2)).Draws;
        }

        Assert.Equal(Follow(1), Follow(3));
    }
}
