using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Expressions;

public class EvaluationProgramTests
{
    [Fact]
    public void A_program_computes_what_the_evaluator_does()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new RandomExpressions(seed);
            Expression[] expressions = [random.Real(5), random.Real(4), random.Real(3)];
            string[] names = [.. FreeVariables.Of(expressions)];
            var values = random.Values();
            var given = names.Select(values).ToArray();

            var results = new double[3];
            new EvaluationProgram(expressions, names).Evaluate(given, results);

            // Small whole powers are products there, which differs from pow by rounding.
            for (var i = 0; i < 3; i++)
            {
                var expected = Evaluator.Evaluate(expressions[i], values);
                var spread = RoundedEvaluation.Spread(expressions[i], values, 1e-14, seed);
                Assert.True(expected.Equals(results[i]) || Math.Abs(expected - results[i]) <= 10 * spread,
                    $"seed {seed}: {results[i]} is not {expected}");
            }
        }
    }

    [Fact]
    public void A_name_without_value_is_refused()
    {
        var x = Expression.Variable("x", default);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => new EvaluationProgram([x], ["y"])).Message);
        Assert.Throws<ArgumentException>(() => new EvaluationProgram([Expression.Normal("s")], []));
    }
}
