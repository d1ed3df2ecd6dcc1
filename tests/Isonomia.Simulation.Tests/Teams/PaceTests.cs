using Isonomia.Simulation.Teams;

namespace Isonomia.Simulation.Tests.Teams;

public class PaceTests
{
    [Fact]
    public void The_number_of_threads_that_is_fastest_goes_on()
    {
        foreach (var fastest in new[] { 1, 2, 4 })
        {
            var pace = new Pace(4);
            var chosen = Run(pace, 60, members => members == fastest ? 1 : 2);
            Assert.All(chosen[20..], members => Assert.Equal(fastest, members));
        }
    }

    [Fact]
    public void A_single_disturbance_does_not_decide()
    {
        var pace = new Pace(2);
        var calls = 0;
        var chosen = Run(pace, 40, members => members == 2 ? (calls++ == 0 ? 100 : 1) : 3);
        Assert.All(chosen[20..], members => Assert.Equal(2, members));
    }

    [Fact]
    public void What_has_become_faster_is_found_after_a_while()
    {
        var pace = new Pace(2);
        Run(pace, 100, members => members == 2 ? 1 : 2);
        var later = Run(pace, 300, members => members == 2 ? 2 : 1);
        Assert.Equal(1, later[^1]);
    }

    [Fact]
    public void Teams_of_any_size_end_with_one_thread_among_those_tried() =>
        Assert.All(Enumerable.Range(1, 9), most => Assert.Contains(1, Run(new Pace(most), 30, _ => 1)));

    private static int[] Run(Pace pace, int stretches, Func<int, double> secondsOf) =>
    [
        .. Enumerable.Range(0, stretches).Select(_ =>
        {
            var members = pace.Next;
            pace.Took(10 * secondsOf(members), 10);
            return members;
        }),
    ];
}
