// One run: four errors deep, joined with a second one.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
)

type AuthenticationError struct {
	StatusCode int
	Code       string
	Message    string
}

func (e *AuthenticationError) Error() string {
	return fmt.Sprintf("error, status code: %d, status: 401 Unauthorized, message: %s", e.StatusCode, e.Message)
}

type GatewayError struct {
	Model string
	Err   error
}

func (e *GatewayError) Error() string { return "gateway " + e.Model + ": " + e.Err.Error() }
func (e *GatewayError) Unwrap() error { return e.Err }

func generate() error {
	return &AuthenticationError{401, "invalid_api_key", "Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys."}
}
func ask() error { return &GatewayError{"gpt-4o-mini", generate()} }
func step(name string) error { return fmt.Errorf("step %s failed: %w", name, ask()) }

type joined []error

func (j joined) Error() string {
	text := ""
	for i, err := range j {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func run() error {
	return fmt.Errorf("nightly run failed: %w", joined{step("research"), fmt.Errorf("plan: %w", errors.New("unexpected <"))})
}

func main() {
	way := "log"
	if len(os.Args) > 1 {
		way = os.Args[1]
	}
	log.Println("planner started, pid", os.Getpid())
	switch way {
	case "panic":
		panic(run())
	case "fatal":
		log.Fatal(run())
	case "types":
		for err := run(); err != nil; err = errors.Unwrap(err) {
			log.Printf("%T: %+v", err, err)
		}
	case "verbose":
		log.Printf("run failed: %#v", ask())
	default:
		log.Printf("run failed: %v", run())
	}
}
